import { type RankingPhrase, rankingPhrase } from "@/domain/consensus/ladder/ranking";
import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released, ReleasedRanking } from "@/domain/disclosure/release";
import type { RankingItem } from "@/domain/questionnaire/ranking";
import type { Label } from "@/domain/questionnaire/shapes/label";
import type { Basis, Place } from "./basis";
import { pairBounds, surelyLeading } from "./pair-bounds";
import { quorumSafeguards, type Safeguard } from "./safeguards";
import { sharedOrder } from "./shared-order";

/** One ranking: how far one order is shared, and which options lead. */
export type RankingFinding = Basis & {
  readonly kind: "ranking";
  readonly options: readonly Label[];
  /** `pairs` for releases made before W was measured: they give the pairs and claim no order. */
  readonly key: RankingPhrase | "pairs";
  /** Ids of the options that the sentence names: the first, or those that share the lead. */
  readonly named: readonly string[];
  readonly figures: Released<RankingTable>;
};

export function rankingFinding(item: RankingItem, released: ReleasedRanking, place: Place): RankingFinding {
  const { table, noPosition, unanswered } = released;
  return {
    ...place,
    kind: "ranking",
    options: item.options,
    ...rankingWords(
      table,
      item.options.map(({ id }) => id),
    ),
    safeguards: rankingSafeguards(table, place.seats),
    n: table.n,
    noPosition,
    unanswered,
    figures: table,
  };
}

type RankingWords = Pick<RankingFinding, "key" | "named">;

/**
 * The least-claiming row among all tables that the release leaves possible: where these differ about which options lead,
 * there is no clear order.
 */
export function rankingWords(table: Released<RankingTable>, optionIds: readonly string[]): RankingWords {
  if (table.kind === "tooFew") return { key: "tooFew", named: [] };
  if (table.agreement === undefined) return { key: "pairs", named: [] };
  const leading = surelyLeading(pairBounds(table, optionIds));
  const shared = sharedOrder(table, optionIds);
  if (leading === null || shared === null) return { key: "noClearOrder", named: [] };
  const W = shared.kind === "figure" ? shared.W : shared.band;
  const key = rankingPhrase({ W, p: shared.p, smithSetSize: leading.length });
  return { key, named: key === "noClearOrder" ? [] : leading.map((option) => optionIds[option] ?? "") };
}

function rankingSafeguards(table: Released<RankingTable>, seats: number): Safeguard[] {
  return table.kind === "tooFew" ? [] : quorumSafeguards({ n: table.n, behind: table.n, seats });
}
