import { z } from "zod";
import type { RankingItem } from "@/domain/questionnaire/ranking";
import { addRanking, emptyRankingTally, type RankingTally } from "@/domain/tally/ranking";

const ballot = z.object({ ranking: z.string(), weight: z.int().min(0).default(1) });

/** Rankings as the vectors write them, "A>B=C" so many times over; or the matrix of pairs itself. */
export const profileSchema = z.union([
  z.object({ candidates: z.array(z.string()), ballots: z.array(ballot), base: z.int().default(0) }),
  z.object({ candidates: z.array(z.string()), pairwise: z.array(z.array(z.int().min(0))) }),
]);
type Profile = z.infer<typeof profileSchema>;

/** A tally of rankings of these options, each given as places with the options that share them. */
export function rankingTallyOf(
  options: readonly string[],
  rankings: readonly { readonly places: readonly (readonly string[])[]; readonly weight: number }[],
): RankingTally {
  const item = { kind: "ranking", options: options.map((id) => ({ id, text: id })) };
  const tally = emptyRankingTally(item as RankingItem); // a tally reads no more of an item than its options
  for (const { places, weight } of rankings) {
    const answer = { kind: "ranking" as const, places: places.map((ids) => [...ids]) };
    for (let count = 0; count < weight; count += 1) addRanking(tally, answer, 1);
  }
  return tally;
}

/** How many place each option above each other, and how many rankings there are. */
export function pairsOf(profile: Profile): { prefers: number[][]; answered: number } {
  if ("pairwise" in profile) return { prefers: profile.pairwise, answered: 0 };
  const rankings = profile.ballots.map(({ ranking, weight }) => ({
    weight,
    places: ranking === "" ? [] : ranking.split(">").map((place) => place.split("=")),
  }));
  return rankingTallyOf(profile.candidates, rankings);
}

/** Options by the scores that one rater gives them, the least first; equal scores share a place. */
export function placesOf(scores: readonly number[]): string[][] {
  const byScore = Map.groupBy(scores.keys(), (subject) => scores[subject] ?? 0);
  return [...byScore].sort(([a], [b]) => a - b).map(([, subjects]) => subjects.map(String));
}
