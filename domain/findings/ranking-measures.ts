import { bordaPoints } from "@/domain/consensus/borda";
import { kemeny } from "@/domain/consensus/kemeny";
import { type Concordance, concordance } from "@/domain/consensus/kendall-w";
import { condorcetWinner } from "@/domain/consensus/pairwise";
import { schulzeOrder } from "@/domain/consensus/schulze";
import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released } from "@/domain/disclosure/release";
import { pairBounds, shownMatrix, surelyOrdered } from "./pair-bounds";

type Pairs = Extract<Released<RankingTable>, { kind: "pairs" }>;
type Agreement = NonNullable<Pairs["agreement"]>;

/** W with χ² and p where all counts are shown, else null. `size` is the number of options. */
export function shownConcordance(
  { complete, concordance: given }: Agreement,
  size: number,
): Concordance | null {
  if (given.kind !== "figure" || complete?.kind !== "count") return null;
  return concordance(given.W, complete.count, size);
}

/** The p that a phrase may rest on: the figure, or 0 and 1 for below 0.05 and not; null where W is not given. */
export function pOf(agreement: Agreement, size: number): number | null {
  const { concordance: given } = agreement;
  if (given.kind === "notGiven") return null;
  if (given.kind === "band") return given.significant ? 0 : 1;
  return shownConcordance(agreement, size)?.p ?? null;
}

/** Schulze's order by id: places from the first, each with the options that share it; null where it is not told. */
export function releasedOrder(table: Pairs, optionIds: readonly string[]): string[][] | null {
  const order = surelyOrdered(pairBounds(table, optionIds));
  return order?.map((place) => place.map((option) => optionIds[option] ?? "")) ?? null;
}

/** The place of an option, 1 the first: those that share one have the number of the first of them. */
export const placeIn = (order: readonly (readonly string[])[], id: string): number =>
  1 +
  order
    .slice(
      0,
      order.findIndex((ids) => ids.includes(id)),
    )
    .flat().length;

/** Borda's points by option, in the order of the item; null where a pair hides a count. */
export function releasedBorda(table: Pairs, optionIds: readonly string[]): number[] | null {
  const prefers = shownMatrix(pairBounds(table, optionIds));
  return prefers && bordaPoints(prefers, table.n);
}

/** What a released ranking comes to beyond its order, from pairs that are all shown; null where one hides a count. */
export type PairMeasures = {
  /** The option that beats every other in pairs, or null where there is none. */
  readonly condorcetWinner: string | null;
  /** Whether Schulze's order is one of Kemeny's best, its ties broken some way; null for more than eight options. */
  readonly kemenyAgrees: boolean | null;
};

export function pairMeasures(table: Pairs, optionIds: readonly string[]): PairMeasures | null {
  const prefers = shownMatrix(pairBounds(table, optionIds));
  if (prefers === null) return null;
  const winner = condorcetWinner(prefers);
  const order = schulzeOrder(prefers);
  return {
    condorcetWinner: winner === null ? null : (optionIds[winner] ?? null),
    kemenyAgrees: kemeny(prefers)?.orders.some((one) => keepsTo(one, order)) ?? null,
  };
}

/** Whether an order without ties takes the places one after another. */
function keepsTo(order: readonly number[], places: readonly (readonly number[])[]): boolean {
  const placeOf = order.map((option) => places.findIndex((place) => place.includes(option)));
  return placeOf.every((place, index) => index === 0 || place >= (placeOf[index - 1] ?? 0));
}
