import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released, ReleasedRanking } from "@/domain/disclosure/release";
import type { RankingItem } from "@/domain/questionnaire/ranking";
import type { Label } from "@/domain/questionnaire/shapes/label";
import type { Basis, Place } from "./basis";
import { isIndicative } from "./safeguards";

/** One ranking: its released preferences, pair by pair. */
export type RankingFinding = Basis & {
  readonly kind: "ranking";
  readonly options: readonly Label[];
  readonly key: "tooFew" | "pairs";
  readonly figures: Released<RankingTable>;
};

export function rankingFinding(item: RankingItem, released: ReleasedRanking, place: Place): RankingFinding {
  const { table, noPosition, unanswered } = released;
  return {
    ...place,
    kind: "ranking",
    options: item.options,
    key: table.kind,
    safeguards: table.kind === "pairs" && isIndicative(table.n, place.seats) ? ["indicative"] : [],
    n: table.n,
    noPosition,
    unanswered,
    figures: table,
  };
}
