import { BREAKDOWN, type Breakdown } from "@/domain/questionnaire/breakdown";
import type { Item } from "@/domain/questionnaire/item";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { addScale, emptyScaleTally, mergeScale, type ScaleTally } from "./scale";

/** The responses that name one group, and what they answer to the scales, by item id. */
type GroupTally = { responses: number; scales: Record<string, ScaleTally> };

/** By group id. Whoever names no group is in none: they are what the tallies of the items hold beyond these. */
export type GroupTallies = Record<string, GroupTally>;

export function emptyGroupTallies({ groups }: Breakdown, items: readonly Item[]): GroupTallies {
  const blank = (): GroupTally => ({
    responses: 0,
    scales: Object.fromEntries(
      items.flatMap((item) => (item.kind === "scale" ? [[item.id, emptyScaleTally(item)]] : [])),
    ),
  });
  return Object.fromEntries(groups.map(({ id }) => [id, blank()]));
}

/** Counts a response in (+1) or out (−1) in the group that it names; one that names none changes nothing. */
export function addToGroup(tallies: GroupTallies, answers: Answers, sign: 1 | -1): void {
  const answer = answers[BREAKDOWN];
  if (answer === undefined) return;
  if (answer.kind !== "group") throw new Error("the answer to the breakdown is of another kind");
  if (answer.groupId === null) return;
  const group = tallies[answer.groupId];
  if (group === undefined) throw new Error("the answer names a group that the breakdown does not have");
  group.responses += sign;
  for (const id in group.scales) {
    const scale = group.scales[id];
    const marks = answers[id];
    // An answer of another kind than its item is found where the item is counted.
    if (scale !== undefined) addScale(scale, marks?.kind === "scale" ? marks : undefined, sign);
  }
}

/** Adds the counts of the second tallies to the first. */
export function mergeGroups(into: GroupTallies, from: GroupTallies): void {
  for (const [id, group] of Object.entries(from)) {
    const target = into[id];
    if (target === undefined) throw new Error(`tallies of different breakdowns: group ${id}`);
    target.responses += group.responses;
    for (const [itemId, scale] of Object.entries(group.scales)) {
      const targetScale = target.scales[itemId];
      if (targetScale === undefined) throw new Error(`tallies of different questionnaires: item ${itemId}`);
      mergeScale(targetScale, scale);
    }
  }
}
