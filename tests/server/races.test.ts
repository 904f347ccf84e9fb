import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { checkedManifest, prepareWallet } from "@/app/(participant)/_protocol/enrol";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance } from "@/db/registry/schema";
import { holdSeats } from "@/server/enrolment/seat-lock";
import { sha256 } from "@/server/hashing";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await openRound(registry, ballot, 12, 10);
const { consultationId, roundId } = play;

/** An enrolment that is under way: its blinded message for the round has been made. */
async function enrolling(seat: number) {
  const token = play.tokens[seat] ?? "";
  const manifest = await checkedManifest(play.participantsRegistry(), play.slug);
  const planned = { ...manifest, keys: manifest.keys.filter((key) => key.roundId === roundId) };
  const { rounds } = await prepareWallet(planned, newCode(), token, blindHere);
  const blinded = rounds.map((round) => ({ roundId, blinded: round.blinded }));
  return { token, ask: () => play.participantsRegistry().issue({ token, blinded }) };
}

/** Holds what the first work takes while the second begins and comes to wait, then lets go; gives what the second gives. */
async function whileHeld<Value>(
  hold: (tx: RegistryDatabase) => Promise<unknown>,
  begin: () => Promise<Value>,
  then: (tx: RegistryDatabase) => Promise<unknown> = async () => undefined,
): Promise<PromiseSettledResult<Value>> {
  let begun: Promise<PromiseSettledResult<Value>[]> = Promise.resolve([]);
  await registry.transaction(async (tx) => {
    await hold(tx);
    begun = Promise.allSettled([begin()]);
    await untilWaiting(1);
    await then(tx);
  });
  const [settled] = await begun;
  if (settled === undefined) throw new Error("nothing was begun");
  return settled;
}

/** Asked outside of the transaction that holds, which would see the other connections as they were when it began. */
async function untilWaiting(count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [waiting] = await registry.execute<{ count: string }>(
      sql`SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted
        AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    );
    if (Number(waiting?.count) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${count} were to wait and did not`);
}

describe("an enrolment that meets a host's act", () => {
  it("[A98] gets nothing for a link that was withdrawn while it waited", async () => {
    const { token, ask } = await enrolling(10);
    const hash = sha256(Buffer.from(token, "base64url"));
    const [invited] = await registry.select().from(invitations).where(eq(invitations.tokenHash, hash));
    const asked = await whileHeld(
      (tx) => holdSeats(tx, [invited?.seatId ?? ""]),
      ask,
      (tx) => tx.delete(invitations).where(eq(invitations.tokenHash, hash)),
    );
    expect(asked).toMatchObject({ status: "rejected", reason: { cause: { code: "invitation_unknown" } } });
  });

  it("[A99] leaves nothing signed behind when its round closes at the same time", async () => {
    const { ask } = await enrolling(11);
    const { host: actor, secrets, ballotBox } = play;
    const close = () =>
      closeRound(
        { registry, ballot, personId: actor.personId, now: play.clock.now, secrets, ballotBox },
        consultationId,
        roundId,
      );
    let closing: Promise<unknown> = Promise.resolve();
    const asked = await whileHeld(
      (tx) => tx.execute(sql`LOCK TABLE issuance IN ACCESS EXCLUSIVE MODE`),
      ask,
      async (tx) => {
        closing = close();
        await untilWaiting(2);
        const [stage] = await tx.execute(sql`SELECT stage FROM rounds WHERE id = ${roundId}`);
        expect(stage).toEqual({ stage: "open" });
      },
    );
    await closing;
    expect(asked.status).toBe("fulfilled");
    const rows = await registry.select().from(issuance).where(eq(issuance.roundId, roundId));
    expect(rows).toHaveLength(11);
    expect(rows.every(({ blinded, signature }) => blinded === null && signature === null)).toBe(true);
  });
});
