import { canonicalJson } from "@/domain/anonymity/encoding";
import type { ResponseEntry } from "@/domain/anonymity/response";

/** A response as the box holds it, whether it waits in `arrival` or has moved. */
export type Held = Pick<ResponseEntry, "key" | "revision" | "answers" | "salts">;

/** What became of a response whose receipt was shown. */
export type Loss = {
  readonly key: string;
  /** `missing`: nothing is held. `older`: an earlier revision is. `other`: what nobody sent. */
  readonly kind: "missing" | "older" | "other";
  readonly shown: number;
  readonly held: number | null;
};

/** What participants know, together: whatever they sent, and each receipt that they were shown. */
export type Ledger = {
  /** Notes that a response goes out. */
  readonly sent: (entry: ResponseEntry) => void;
  /** Notes that its receipt was shown. */
  readonly shown: (entry: ResponseEntry) => void;
  readonly receipts: () => number;
  /** The last response of each participant whose receipt was shown, by key. */
  readonly lastShown: () => ReadonlyMap<string, ResponseEntry>;
  /** What the box does not hold though its receipt was shown, and what it holds though nobody sent it. */
  readonly losses: (held: readonly Held[]) => Loss[];
};

const bytesOf = ({ key, revision, answers, salts }: Held) => canonicalJson({ key, revision, answers, salts });

/**
 * A ledger. A response without a receipt may have landed or not, so a later one than was shown is no loss, as long as it
 * is one that its participant sent.
 */
export function newLedger(): Ledger {
  const shown = new Map<string, ResponseEntry>();
  const sent = new Map<string, Set<string>>();
  let receipts = 0;

  function lossOf(entry: ResponseEntry, held: Held | undefined): Loss[] {
    const loss = { key: entry.key, shown: entry.revision, held: held?.revision ?? null };
    if (held === undefined) return [{ ...loss, kind: "missing" }];
    if (held.revision < entry.revision) return [{ ...loss, kind: "older" }];
    return [];
  }

  return {
    sent: (entry) => {
      const before = sent.get(entry.key) ?? new Set();
      sent.set(entry.key, before.add(bytesOf(entry)));
    },
    shown: (entry) => {
      receipts += 1;
      if ((shown.get(entry.key)?.revision ?? 0) <= entry.revision) shown.set(entry.key, entry);
    },
    receipts: () => receipts,
    lastShown: () => shown,
    losses: (held) => {
      const byKey = new Map(held.map((row) => [row.key, row]));
      const lost = [...shown.values()].flatMap((entry) => lossOf(entry, byKey.get(entry.key)));
      const other = held
        .filter((row) => !sent.get(row.key)?.has(bytesOf(row)))
        .map(
          ({ key, revision }): Loss => ({
            key,
            kind: "other",
            shown: shown.get(key)?.revision ?? 0,
            held: revision,
          }),
        );
      return [...lost, ...other];
    },
  };
}
