import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { releases, rounds } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockSigning } from "@/server/enrolment/commands";
import { appendEntry } from "@/server/manifest/commands";
import { tellRoom } from "@/server/room/notify";
import { tallyOf } from "./responses";
import { loadSolver } from "./solver";
import { receiptRoots } from "./split";
import {
  AFTER_COUNTING,
  BEFORE_COUNTING,
  type Closing,
  closedAtOf,
  participationOf,
  type Step,
} from "./steps";
import { joined } from "./under-way";

const thisRound = (consultationId: string, roundId: string) =>
  and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId));

/**
 * Enters the close in the manifest; from here on the round only goes forward. False where the round is open and not to be
 * closed: with `dueBy` only a round whose closing time has come by then is. Throws `round_not_open` where it has not opened.
 */
export async function announceClose(
  { registry, personId, now, secrets }: Closing,
  consultationId: string,
  roundId: string,
  dueBy?: Date,
): Promise<boolean> {
  return registry.transaction(async (tx) => {
    await lockSigning(tx, consultationId, "exclusive");
    const due = dueBy === undefined ? undefined : lte(rounds.closesAt, dueBy);
    const [closing] = await tx
      .update(rounds)
      .set({ stage: "closing" })
      .where(and(thisRound(consultationId, roundId), eq(rounds.stage, "open"), due))
      .returning({ number: rounds.number });
    if (closing === undefined) {
      const [round] = await tx
        .select({ stage: rounds.stage })
        .from(rounds)
        .where(thisRound(consultationId, roundId));
      if (round?.stage === "closing" || round?.stage === "closed") return true;
      if (round?.stage === "open") return false;
      throw new Refusal("round_not_open");
    }
    const closedAt = now.toISOString();
    const act = dueBy !== undefined && personId === null ? "round closed by the clock" : "round closed";
    await audit(tx, { consultationId, personId, act, detail: closing, at: now });
    await appendEntry(tx, consultationId, { kind: "roundClosed", roundId, closedAt }, secrets);
    await tellRoom(tx, consultationId);
    return true;
  });
}

const announce: Step = async (...closing) => void (await announceClose(...closing));

/** Counts every response once, protects small numbers. The first release of a round is its only one. */
const release: Step = async ({ registry, ballot }, consultationId, roundId) => {
  const [present] = await registry
    .select({ roundId: releases.roundId })
    .from(releases)
    .where(eq(releases.roundId, roundId));
  if (present !== undefined) return;
  const [round] = await registry
    .select({ questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(thisRound(consultationId, roundId));
  if (round === undefined) throw new Refusal("not_found");
  const tally = await tallyOf(ballot, roundId, round.questionnaire);
  // Whoever dropped the responses had released them before.
  if (tally === null) return;
  const participation = await participationOf(registry, consultationId, roundId);
  const roots = await receiptRoots(ballot, roundId);
  const solver = round.questionnaire.breakdown && (await loadSolver());
  const made = makeRelease(round.questionnaire, tally, participation, roots, solver);
  const closedAt = await closedAtOf(registry, consultationId, roundId);
  await registry.insert(releases).values({ roundId, release: made, closedAt }).onConflictDoNothing();
};

const finish: Step = async ({ registry }, consultationId, roundId) => {
  await registry.transaction(async (tx) => {
    await tx
      .update(rounds)
      .set({ stage: "closed" })
      .where(and(thisRound(consultationId, roundId), eq(rounds.stage, "closing")));
    await tellRoom(tx, consultationId);
  });
};

/** The steps of a close, in order. Each can be done again without harm, and a close can stop after any. */
export const CLOSING_STEPS: readonly Step[] = [
  announce,
  ...BEFORE_COUNTING,
  release,
  ...AFTER_COUNTING,
  finish,
];

/**
 * Closes a round, or goes on with a close that was cut short. Throws `round_not_open`, `box_unreachable`,
 * `more_received_than_issued`; after each it can be asked again.
 */
export function closeRound(closing: Closing, consultationId: string, roundId: string): Promise<void> {
  return joined(roundId, async () => {
    for (const step of CLOSING_STEPS) await step(closing, consultationId, roundId);
  });
}
