import { bordaPoints } from "@/domain/consensus/borda";
import { kemeny } from "@/domain/consensus/kemeny";
import { kendallW } from "@/domain/consensus/kendall-w";
import { above, condorcetWinner } from "@/domain/consensus/pairwise";
import { schulzeOrder } from "@/domain/consensus/schulze";
import { smithSet } from "@/domain/consensus/smith-set";
import type { Message } from "@/domain/findings/message";
import type { RankingTally } from "@/domain/tally/ranking";
import { type Order, rankingTallyOf } from "./example-round";
import { chiSquared, decimal, type Measure, probability } from "./measure";
import { say } from "./say";

type ThreeOrders = readonly [Order, Order, Order];

/** Most place A before B and B before C. */
export const CLEAR_ORDERS: ThreeOrders = [
  ["ABC", 22],
  ["BAC", 10],
  ["CAB", 8],
];

/** A beats B, B beats C, and C beats A. */
export const CIRCLE: ThreeOrders = [
  ["ABC", 16],
  ["BCA", 12],
  ["CAB", 12],
];

type OfRanking = (tally: RankingTally) => Message;

const letter = (option: number): string => "ABC".charAt(option);

/** Options that share a place are joined by "=", places are parted by commas: "A, B = C". */
const spelt = (places: readonly (readonly number[])[]): Message =>
  say("values.order", { order: places.map((place) => place.map(letter).join(" = ")).join(", ") });

const pairs: OfRanking = ({ prefers }) =>
  say("values.pairs", { ab: above(prefers, 0, 1), ac: above(prefers, 0, 2), bc: above(prefers, 1, 2) });

const winner: OfRanking = ({ prefers }) => {
  const found = condorcetWinner(prefers);
  return found === null ? say("values.none") : spelt([[found]]);
};

const orders: OfRanking = ({ prefers }) => {
  const best = kemeny(prefers)?.orders ?? [];
  return say("values.order", { order: best.map((order) => order.map(letter).join(", ")).join(" / ") });
};

const borda: OfRanking = ({ prefers, answered }) => {
  const [a = 0, b = 0, c = 0] = bordaPoints(prefers, answered);
  return say("values.borda", { a, b, c });
};

const concordance = (tally: RankingTally) => {
  const found = kendallW(tally);
  if (found === null) throw new Error("the example has complete rankings");
  return found;
};

const EACH: readonly (readonly [id: string, file: string, of: OfRanking])[] = [
  ["pairs", "pairwise", pairs],
  ["condorcet", "pairwise", winner],
  ["smith", "smith-set", ({ prefers }) => spelt(smithSet(prefers).map((option) => [option]))],
  ["schulze", "schulze", ({ prefers }) => spelt(schulzeOrder(prefers))],
  ["kemeny", "kemeny", orders],
  ["borda", "borda", borda],
  ["W", "kendall-w", (tally) => decimal(concordance(tally).W)],
  ["chi2", "kendall-w", (tally) => chiSquared(concordance(tally).chi2, concordance(tally).df)],
  ["p", "kendall-w", (tally) => probability(concordance(tally).p)],
];

/** What is measured of a ranking, in a clear order and in a circle. */
export function rankingMeasures(): Measure[] {
  const tallies = [CLEAR_ORDERS, CIRCLE].map(rankingTallyOf);
  return EACH.map(([id, file, of]) => ({ id, file, values: tallies.map(of) }));
}
