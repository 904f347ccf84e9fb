import fc from "fast-check";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import type { Safeguard } from "@/domain/findings/safeguards";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import { rankingTallyOf } from "./ballots";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  releaseOf,
  scaleItem,
  scaleTally,
} from "./release-of";

const seats = fc.integer({ min: 12, max: 160 });
const counts = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: length, maxLength: length });

const findingOf = (item: Item, tally: ItemTally, invited: number): Finding[] =>
  findingsOf(questionnaireOf(item), releaseOf(item, tally, invited));

const scales = fc
  .tuple(counts(5), seats)
  .map(([drawn, invited]) => findingOf(scaleItem(5), scaleTally(drawn), invited));
const choices = fc
  .tuple(counts(3), seats)
  .map(([drawn, invited]) => findingOf(choiceItem(3), choiceTally(drawn), invited));
const approvals = fc
  .tuple(counts(3), fc.integer({ min: 20, max: 40 }), seats)
  .map(([yes, answered, invited]) => findingOf(approvalItem(3), approvalTally(yes, answered), invited));
const ORDERS = [
  ["o0", "o1", "o2"],
  ["o0", "o2", "o1"],
  ["o1", "o0", "o2"],
  ["o2", "o1", "o0"],
];
const rankings = fc.tuple(counts(ORDERS.length), seats).map(([weights, invited]) => {
  const drawn = ORDERS.map((order, at) => ({ places: order.map((id) => [id]), weight: weights[at] ?? 0 }));
  return findingOf(rankingItem(3), rankingTallyOf(["o0", "o1", "o2"], drawn), invited);
});

/** A finding of any kind whose words can be chosen, from a release. */
export const drawnFinding: fc.Arbitrary<Finding> = fc
  .oneof(scales, choices, approvals, rankings)
  .filter((findings) => findings.length > 0)
  .map(([finding]) => {
    if (finding === undefined) throw new Error("an item gives a finding");
    return finding;
  });

const SAFEGUARDS: readonly Safeguard[] = [
  "indicative",
  "amongThoseResponding",
  "groupsDiffer",
  "notSharedByAll",
  "strongReservations",
];
/** Any safeguards together, in their order. */
export const safeguarded: fc.Arbitrary<Safeguard[]> = fc.subarray([...SAFEGUARDS]);
