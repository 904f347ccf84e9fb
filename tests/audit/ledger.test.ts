import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Held, newLedger } from "@/audit/durability/ledger";
import type { ResponseEntry } from "@/domain/anonymity/response";

const entry = (key: string, revision: number): ResponseEntry => ({
  version: 1,
  consultationId: "c",
  roundId: "r",
  key,
  revision,
  answers: {},
  salts: { item: `${key} ${revision}` },
});
const held = (key: string, revision: number): Held => entry(key, revision);

/** Participants who each sent so many revisions, and were shown the receipts of so many of them. */
const histories = fc.uniqueArray(
  fc.record({ key: fc.string(), sent: fc.integer({ min: 1, max: 6 }), shown: fc.nat(6) }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 6 },
);
type Histories = (typeof histories extends fc.Arbitrary<infer Value> ? Value : never)[number];

function ledgerOf(participants: readonly Histories[]) {
  const ledger = newLedger();
  for (const { key, sent, shown } of participants)
    for (let revision = 1; revision <= sent; revision += 1) {
      ledger.sent(entry(key, revision));
      if (revision <= shown) ledger.shown(entry(key, revision));
    }
  return ledger;
}

describe("the ledger of receipts", () => {
  it("[A198] takes whatever was sent since the last receipt for kept", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (participants, drawn) => {
        const kept = participants.flatMap(({ key, sent, shown }) => {
          const least = Math.min(sent, shown);
          const revision = least + (drawn % (sent - least + 1));
          return revision === 0 ? [] : [held(key, revision)];
        });
        expect(ledgerOf(participants).losses(kept)).toEqual([]);
      }),
    );
  });

  it("[A198] finds each response that is gone, older than its receipt, or another than was sent", () => {
    fc.assert(
      fc.property(histories, (participants) => {
        const ledger = ledgerOf(participants);
        const due = participants.flatMap(({ key, sent, shown }) =>
          shown === 0 ? [] : [{ key, revision: Math.min(sent, shown) }],
        );
        expect(ledger.losses([])).toEqual(
          due.map(({ key, revision }) => ({ key, kind: "missing", shown: revision, held: null })),
        );
        const older = due.filter(({ revision }) => revision > 1);
        const kinds = ledger
          .losses(due.map(({ key, revision }) => held(key, Math.max(1, revision - 1))))
          .map(({ kind }) => kind);
        expect(kinds).toEqual(older.map(() => "older"));
        const others = ledger.losses(due.map(({ key, revision }) => ({ ...held(key, revision), salts: {} })));
        expect(others.map(({ key, kind }) => [key, kind])).toEqual(due.map(({ key }) => [key, "other"]));
      }),
    );
  });
});
