import { bordaPoints } from "@/domain/consensus/borda";
import { kemeny } from "@/domain/consensus/kemeny";
import { condorcetWinner } from "@/domain/consensus/pairwise";
import { schulzeOrder } from "@/domain/consensus/schulze";
import { pairBounds, shownMatrix, surelyOrdered } from "./pair-bounds";
import type { Pairs } from "./shared-order";

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
