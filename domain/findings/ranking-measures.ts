import { bordaPoints } from "@/domain/consensus/borda";
import { kemeny } from "@/domain/consensus/kemeny";
import { type Concordance, concordance } from "@/domain/consensus/kendall-w";
import { condorcetWinner } from "@/domain/consensus/pairwise";
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

/** What a released ranking comes to. Whatever needs a hidden count is null. Options are told by id. */
export type RankingMeasures = {
  /** Schulze's order: places from the first, each with the options that share it. */
  readonly order: readonly (readonly string[])[] | null;
  /** By option, in the order of the item. */
  readonly borda: readonly number[] | null;
  /** The option that beats every other in pairs. Null too where there is none. */
  readonly condorcetWinner: string | null;
  /** Whether Schulze's order is one of Kemeny's best, its ties broken some way; null for more than eight options too. */
  readonly kemenyAgrees: boolean | null;
};

export function rankingMeasures(table: Pairs, optionIds: readonly string[]): RankingMeasures {
  const bounds = pairBounds(table, optionIds);
  const idOf = (option: number) => optionIds[option] ?? "";
  const order = surelyOrdered(bounds);
  const prefers = shownMatrix(bounds);
  const winner = prefers === null ? null : condorcetWinner(prefers);
  const best = prefers === null ? null : kemeny(prefers);
  return {
    order: order === null ? null : order.map((place) => place.map(idOf)),
    borda: prefers === null ? null : bordaPoints(prefers, table.n),
    condorcetWinner: winner === null ? null : idOf(winner),
    kemenyAgrees: order === null || best === null ? null : best.orders.some((one) => keepsTo(one, order)),
  };
}

/** Whether an order without ties takes the places one after another. */
function keepsTo(order: readonly number[], places: readonly (readonly number[])[]): boolean {
  const placeOf = order.map((option) => places.findIndex((place) => place.includes(option)));
  return placeOf.every((place, index) => index === 0 || place >= (placeOf[index - 1] ?? 0));
}
