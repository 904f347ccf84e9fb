import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
import type { Given } from "@/domain/edition/circulated-words";
import { Refusal } from "@/domain/refusal";
import { evidenceOf } from "@/domain/report/evidence";
import { figuresOf } from "@/domain/wording/connective";
import { coHostNames } from "@/server/consultations/co-hosts";
import { publishedRounds } from "@/server/publication/queries";

/** What a letter and a note of this consultation may take as given. Throws `not_found`. */
export async function givenWords(db: RegistryDatabase, consultationId: string): Promise<Given> {
  const [found] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (found === undefined) throw new Refusal("not_found");
  const coHosts = await coHostNames(db, consultationId);
  const rounds = await publishedRounds(db, consultationId);
  const { counts, percents, severalSeats } = figuresOf(evidenceOf(rounds), [rounds.length, coHosts.length]);
  return {
    coHosts,
    own: [found.title, found.subject, found.rule],
    counts: [...counts],
    percents: [...percents],
    severalSeats,
  };
}
