import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { findingWordings, people, rounds, seats } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { Chosen, ChosenWords } from "@/domain/wording/chosen";

/** The words that stand for the findings of these rounds, by round id; rounds without any have no entry. */
export async function chosenWords(
  db: RegistryDatabase,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, ChosenWords>> {
  if (roundIds.length === 0) return new Map();
  const history = await db
    .select()
    .from(findingWordings)
    .where(inArray(findingWordings.roundId, [...roundIds]))
    .orderBy(asc(findingWordings.position));
  const words = new Map<string, Record<string, Chosen>>();
  for (const { roundId, findingKey, phrase, reason, wording } of history) {
    const ofRound = words.get(roundId) ?? {};
    ofRound[findingKey] = { phrase, reason, wording };
    words.set(roundId, ofRound);
  }
  return words;
}

/** One change of a finding's words, with who made it and when (ISO). */
export type WordingEntry = Chosen & {
  readonly findingKey: string;
  readonly position: number;
  readonly name: string;
  readonly at: string;
};

/** Every change of words in a round, key by key, the oldest first, and the names that no sentence may hold. */
export async function wordingDesk(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<{ readonly history: readonly WordingEntry[]; readonly delegations: readonly string[] }> {
  const [round] = await db
    .select({ consultationId: rounds.consultationId })
    .from(rounds)
    .where(eq(rounds.id, roundId));
  if (round?.consultationId !== consultationId) throw new Refusal("not_found");
  const history = await db
    .select({
      findingKey: findingWordings.findingKey,
      position: findingWordings.position,
      phrase: findingWordings.phrase,
      reason: findingWordings.reason,
      wording: findingWordings.wording,
      name: people.name,
      email: people.email,
      at: findingWordings.at,
    })
    .from(findingWordings)
    .innerJoin(people, eq(people.id, findingWordings.personId))
    .where(eq(findingWordings.roundId, roundId))
    .orderBy(asc(findingWordings.findingKey), asc(findingWordings.position));
  return {
    history: history.map(({ name, email, at, ...entry }) => ({
      ...entry,
      name: name ?? email,
      at: at.toISOString(),
    })),
    delegations: await delegationsOf(db, consultationId),
  };
}

/** The names of a panel's delegations. */
export async function delegationsOf(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  const found = await db
    .select({ delegation: seats.delegation })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  return found.map(({ delegation }) => delegation);
}
