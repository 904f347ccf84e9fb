import "server-only";
import { and, eq, inArray, lte, or } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { manifestEntries, rounds, windows, withdrawnRounds } from "@/db/registry/schema";
import { audit } from "@/server/audit";
import { discard } from "@/server/ballots/withdrawn";
import { openRound } from "@/server/conduct/commands";
import { pushManifest } from "@/server/conduct/push";
import { askForCheckpoint } from "./checkpoint";
import { closeWindowWhenDue } from "./close-window";
import { closeOrExtend } from "./closing-time";
import { dueInRooms } from "./rooms";
import type { Closing } from "./steps";
import { unlessUnderWay } from "./under-way";

/** What the clock works with; it acts for nobody. */
export type Clock = Omit<Closing, "personId">;

/** Something that is due. Each can be done again, or twice at once, without harm. */
type Due = (clock: Clock) => Promise<void>;

/** Drops the answers of a withdrawn round once the time for copying them is over, and records it once they are gone. */
async function discardAnswers(
  { registry, ballot, now }: Clock,
  consultationId: string,
  roundId: string,
): Promise<void> {
  if (!(await discard(ballot, roundId, now))) return;
  await askForCheckpoint(ballot);
  await registry.transaction(async (tx) => {
    const [gone] = await tx
      .update(withdrawnRounds)
      .set({ discarded: true })
      .where(and(eq(withdrawnRounds.roundId, roundId), eq(withdrawnRounds.discarded, false)))
      .returning({ number: withdrawnRounds.number });
    if (gone === undefined) return;
    await audit(tx, {
      consultationId,
      personId: null,
      act: "withdrawn answers discarded",
      detail: gone,
      at: now,
    });
  });
}

/** What the box has not acknowledged yet: it was away, or the process ended. */
async function unheard(db: RegistryDatabase, _: Date, consultationId?: string): Promise<Due[]> {
  const found = await db
    .selectDistinct({ consultationId: manifestEntries.consultationId })
    .from(manifestEntries)
    .where(
      and(
        eq(manifestEntries.acknowledged, false),
        consultationId === undefined ? undefined : eq(manifestEntries.consultationId, consultationId),
      ),
    );
  return found.map(
    ({ consultationId: id }): Due =>
      ({ registry, ballotBox }) =>
        pushManifest(registry, id, ballotBox),
  );
}

async function dueRounds(db: RegistryDatabase, now: Date, consultationId?: string): Promise<Due[]> {
  const found = await db
    .select({ id: rounds.id, consultationId: rounds.consultationId, stage: rounds.stage })
    .from(rounds)
    .where(
      and(
        or(
          and(eq(rounds.stage, "draft"), rounds.opensByClock, lte(rounds.opensAt, now)),
          and(eq(rounds.stage, "open"), lte(rounds.closesAt, now)),
          eq(rounds.stage, "closing"),
        ),
        consultationId === undefined ? undefined : eq(rounds.consultationId, consultationId),
      ),
    );
  return found.map(
    ({ id, consultationId: of, stage }): Due =>
      (clock) =>
        stage === "draft"
          ? openRound({ ...clock, db: clock.registry, actor: { personId: null } }, of, id)
          : unlessUnderWay(clock.registry, id, () => closeOrExtend({ ...clock, personId: null }, of, id)),
  );
}

async function dueWindows(db: RegistryDatabase, now: Date, consultationId?: string): Promise<Due[]> {
  const found = await db
    .select({ id: windows.roundId, consultationId: windows.consultationId })
    .from(windows)
    .where(
      and(
        inArray(windows.stage, ["open", "closing"]),
        or(eq(windows.stage, "closing"), lte(windows.closesAt, now)),
        consultationId === undefined ? undefined : eq(windows.consultationId, consultationId),
      ),
    );
  return found.map(
    ({ id, consultationId: of }): Due =>
      (clock) =>
        unlessUnderWay(clock.registry, id, () => closeWindowWhenDue({ ...clock, personId: null }, of, id)),
  );
}

async function dueDiscards(db: RegistryDatabase, now: Date, consultationId?: string): Promise<Due[]> {
  const found = await db
    .select({ id: withdrawnRounds.roundId, consultationId: withdrawnRounds.consultationId })
    .from(withdrawnRounds)
    .where(
      and(
        eq(withdrawnRounds.discarded, false),
        lte(withdrawnRounds.copiesUntil, now),
        consultationId === undefined ? undefined : eq(withdrawnRounds.consultationId, consultationId),
      ),
    );
  return found.map(
    ({ id, consultationId: of }): Due =>
      (clock) =>
        discardAnswers(clock, of, id),
  );
}

/**
 * Does whatever is due at this moment, in one consultation or in all: tells the box what it has not heard, drops withdrawn
 * answers, brings about what hosts did in a session in the room, opens rounds whose hosts asked for that, closes or extends rounds, closes windows, and goes on with what was cut
 * short. What is due is found in the databases alone, so that no job that was lost, late or done twice matters.
 * What another look is closing already it leaves to that one, so that a long close is not begun again every minute. One that
 * fails keeps nothing else from being done; the failures are thrown together at the end.
 */
export async function lookAtTheClock(clock: Clock, consultationId?: string): Promise<void> {
  const failures: unknown[] = [];
  for (const find of [unheard, dueDiscards, dueInRooms, dueRounds, dueWindows]) {
    const due = await find(clock.registry, clock.now, consultationId);
    for (const act of due)
      await act(clock).catch((error: unknown) => {
        failures.push(error);
      });
  }
  const [first] = failures;
  if (failures.length > 1) throw new AggregateError(failures);
  if (first !== undefined) throw first;
}
