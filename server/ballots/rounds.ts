import "server-only";
import { createPublicKey, type KeyObject } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds } from "@/db/ballot/schema";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";

/** What of a round never changes once it has opened. Stage and times are asked of the database at each write. */
export type FixedRound = {
  readonly consultationId: string;
  readonly publicKey: KeyObject;
  readonly questionnaire: Questionnaire;
};

const known = new Map<string, FixedRound>();

/** The fixed part of a round, read once per process. Throws `round_unknown`. */
export async function fixedRound(db: BallotDatabase, roundId: string): Promise<FixedRound> {
  const before = known.get(roundId);
  if (before !== undefined) return before;
  const [row] = await db.select().from(rounds).where(eq(rounds.id, roundId));
  if (row === undefined) throw new Refusal("round_unknown");
  const round = {
    consultationId: row.consultationId,
    questionnaire: row.questionnaire,
    publicKey: createPublicKey({ key: Buffer.from(row.publicKey), type: "spki", format: "der" }),
  };
  known.set(roundId, round);
  return round;
}
