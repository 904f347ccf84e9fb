import "server-only";
import { and, count, countDistinct, eq, isNotNull, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, manifestEntries, releases, roundKeys, rounds, seats } from "@/db/registry/schema";
import { makeRelease, type Participation } from "@/domain/disclosure/release";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import type { BallotBox } from "@/server/conduct/box";
import { pushManifest } from "@/server/conduct/push";
import { forgetPrivateKey, lockSigning, shuffleEnrolment } from "@/server/enrolment/commands";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { appendEntry } from "@/server/manifest/commands";
import type { RegistrySecrets } from "@/server/manifest/keys";
import { tallyOf } from "./responses";
import { loadSolver } from "./solver";
import { drain, drop, receiptRoots, split } from "./split";

/** What closing needs: both databases, who asks, the time, the signing key, and the way to the box. */
export type Closing = {
  readonly registry: RegistryDatabase;
  readonly ballot: BallotDatabase;
  readonly personId: string | null;
  readonly now: Date;
  readonly secrets: RegistrySecrets;
  readonly ballotBox: BallotBox;
};

type Step = (closing: Closing, consultationId: string, roundId: string) => Promise<void>;

const thisRound = (consultationId: string, roundId: string) =>
  and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId));

/** Enters the close in the manifest. From here on the round only goes forward. */
const announce: Step = async ({ registry, personId, now, secrets }, consultationId, roundId) => {
  await registry.transaction(async (tx) => {
    await lockSigning(tx, consultationId, "exclusive");
    const [closing] = await tx
      .update(rounds)
      .set({ stage: "closing" })
      .where(and(thisRound(consultationId, roundId), eq(rounds.stage, "open")))
      .returning({ number: rounds.number });
    if (closing === undefined) {
      const [round] = await tx
        .select({ stage: rounds.stage })
        .from(rounds)
        .where(thisRound(consultationId, roundId));
      if (round?.stage === "closing" || round?.stage === "closed") return;
      throw new Refusal("round_not_open");
    }
    const closedAt = now.toISOString();
    await audit(tx, { consultationId, personId, act: "round closed", detail: closing, at: now });
    await appendEntry(tx, consultationId, { kind: "roundClosed", roundId, closedAt }, secrets);
  });
};

/** The box stops taking answers, and says so. */
const stopBox: Step = ({ registry, ballotBox }, consultationId) =>
  pushManifest(registry, consultationId, ballotBox);

/**
 * Seats invited, seats with a credential for the round, and how many credentials were issued in the place of earlier
 * ones, which stay valid. A seat that was allowed new ones and did not fetch them has replaced none.
 */
async function participationOf(
  registry: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<Participation> {
  const [panel] = await registry
    .select({ invited: count() })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  const [credentials] = await registry
    .select({
      issued: countDistinct(issuance.seatId),
      all: count(),
    })
    .from(issuance)
    .where(eq(issuance.roundId, roundId));
  const { issued, all } = credentials ?? { issued: 0, all: 0 };
  return { invited: panel?.invited ?? 0, issued, replaced: all - issued };
}

async function closedAtOf(
  registry: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<Date> {
  const [entry] = await registry
    .select({ closedAt: sql<string>`${manifestEntries.payload}::jsonb -> 'act' ->> 'closedAt'` })
    .from(manifestEntries)
    .where(
      and(
        eq(manifestEntries.consultationId, consultationId),
        sql`${manifestEntries.payload}::jsonb -> 'act' ->> 'kind' = 'roundClosed'`,
        sql`${manifestEntries.payload}::jsonb -> 'act' ->> 'roundId' = ${roundId}`,
      ),
    );
  if (entry === undefined) throw new Error("the close is not in the manifest");
  return new Date(entry.closedAt);
}

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

/** Deletes what could still tell signatures apart, and the key that made them. */
const forget: Step = async ({ registry }, _consultationId, roundId) => {
  await registry
    .update(issuance)
    .set({ blinded: null, signature: null })
    .where(and(eq(issuance.roundId, roundId), isNotNull(issuance.blinded)));
  await registry.update(roundKeys).set({ wrappedPrivateKey: null }).where(eq(roundKeys.roundId, roundId));
  forgetPrivateKey(roundId);
  // The row before the update held the key; it goes with the table's old file.
  await registry.transaction((tx) => rewriteInFreshOrder(tx, sql`${roundKeys}`));
  await shuffleEnrolment(registry);
};

const finish: Step = async ({ registry }, consultationId, roundId) => {
  await registry
    .update(rounds)
    .set({ stage: "closed" })
    .where(and(thisRound(consultationId, roundId), eq(rounds.stage, "closing")));
};

/** The steps of a close, in order. Each can be done again without harm, and a close can stop after any. */
export const CLOSING_STEPS: readonly Step[] = [
  announce,
  stopBox,
  ({ ballot }, _, roundId) => drain(ballot, roundId),
  ({ ballot }, _, roundId) => split(ballot, roundId),
  release,
  ({ ballot }, _, roundId) => drop(ballot, roundId),
  forget,
  finish,
];

/**
 * Closes a round, or goes on with a close that was cut short. Throws `round_not_open`, `box_unreachable`,
 * `more_received_than_issued`; after each it can be asked again.
 */
export async function closeRound(closing: Closing, consultationId: string, roundId: string): Promise<void> {
  for (const step of CLOSING_STEPS) await step(closing, consultationId, roundId);
}
