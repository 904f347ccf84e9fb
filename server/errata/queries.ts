import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, rounds, withdrawnRounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";

/** The rounds of a consultation that were withdrawn, in their order, as anybody may read of them. Moments are ISO strings. */
export async function withdrawnOf(db: RegistryDatabase, consultationId: string) {
  const found = await db
    .select()
    .from(withdrawnRounds)
    .where(eq(withdrawnRounds.consultationId, consultationId))
    .orderBy(asc(withdrawnRounds.withdrawnAt));
  return found.map(({ roundId, number, timeZone, reason, opensAt, withdrawnAt, copiesUntil }) => ({
    roundId,
    number,
    timeZone,
    reason,
    opensAt: opensAt.toISOString(),
    withdrawnAt: withdrawnAt.toISOString(),
    copiesUntil: copiesUntil.toISOString(),
  }));
}

/** What a withdrawn round asked, for everybody, since its hash stands in the manifest. Throws `not_found`. */
export async function withdrawnQuestionnaire(
  db: RegistryDatabase,
  { slug, roundId }: { readonly slug: string; readonly roundId: string },
) {
  const [found] = await db
    .select({ questionnaire: withdrawnRounds.questionnaire })
    .from(withdrawnRounds)
    .innerJoin(consultations, eq(consultations.id, withdrawnRounds.consultationId))
    .where(and(eq(consultations.slug, slug), eq(withdrawnRounds.roundId, roundId)));
  if (found === undefined) throw new Refusal("not_found");
  return found;
}

/** Whether this round was opened before under another key and withdrawn, and the box still holds what was answered then. */
export async function isStillHeld(
  db: RegistryDatabase,
  { consultationId, roundId }: { readonly consultationId: string; readonly roundId: string },
): Promise<boolean> {
  const [kept] = await db
    .select({ roundId: withdrawnRounds.roundId })
    .from(withdrawnRounds)
    .innerJoin(
      rounds,
      and(
        eq(rounds.consultationId, withdrawnRounds.consultationId),
        eq(rounds.number, withdrawnRounds.number),
      ),
    )
    .where(
      and(
        eq(rounds.id, roundId),
        eq(rounds.consultationId, consultationId),
        eq(withdrawnRounds.discarded, false),
      ),
    )
    .limit(1);
  return kept !== undefined;
}
