import type { Answer, Item } from "@/domain/questionnaire/item";
import { type Answers, itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { type ApprovalTally, addApproval, emptyApprovalTally, mergeApproval } from "./approval";
import { addChoice, type ChoiceTally, emptyChoiceTally, mergeChoice } from "./choice";
import { addToGroup, emptyGroupTallies, type GroupTallies, mergeGroups } from "./groups";
import { addRanking, emptyRankingTally, mergeRanking, type RankingTally } from "./ranking";
import { addScale, emptyScaleTally, mergeScale, type ScaleTally } from "./scale";
import { addText, emptyTextTally, mergeText, type TextTally } from "./text";

export type ItemTally = ScaleTally | ChoiceTally | ApprovalTally | RankingTally | TextTally;

/**
 * What a round's responses amount to, as sums: one response is a +1, an edit is −1 then +1, and two tallies of the
 * same questionnaire add up. Plain JSON. It holds exact counts, so it never leaves the server: see `disclosure/`.
 */
export type Tally = {
  responses: number;
  /** By item id. */
  items: Record<string, ItemTally>;
  /** Where the round asks for groups. */
  groups?: GroupTallies;
};

/** The tally of no response at all. */
export function emptyTally(questionnaire: Questionnaire): Tally {
  const { breakdown } = questionnaire;
  const items = itemsOf(questionnaire);
  return {
    responses: 0,
    items: Object.fromEntries(items.map((item) => [item.id, emptyItemTally(item)])),
    ...(breakdown && { groups: emptyGroupTallies(breakdown, items) }),
  };
}

function emptyItemTally(item: Item): ItemTally {
  switch (item.kind) {
    case "scale":
      return emptyScaleTally(item);
    case "choice":
      return emptyChoiceTally(item);
    case "approval":
      return emptyApprovalTally(item);
    case "ranking":
      return emptyRankingTally(item);
    case "text":
      return emptyTextTally();
  }
}

/**
 * Counts one response in (+1) or out (−1). It changes the tally in place, so that a cursor over any number of rows
 * needs the memory of one tally. The answers are taken to have passed `responseIssues` already.
 */
export function addResponse(tally: Tally, answers: Answers, sign: 1 | -1): void {
  tally.responses += sign;
  for (const id in tally.items) {
    const item = tally.items[id];
    if (item !== undefined) addAnswer(id, item, answers[id], sign);
  }
  if (tally.groups !== undefined) addToGroup(tally.groups, answers, sign);
}

function addAnswer(id: string, tally: ItemTally, answer: Answer | undefined, sign: 1 | -1): void {
  if (tally.kind === "scale" && isOf("scale", answer)) addScale(tally, answer, sign);
  else if (tally.kind === "choice" && isOf("choice", answer)) addChoice(tally, answer, sign);
  else if (tally.kind === "approval" && isOf("approval", answer)) addApproval(tally, answer, sign);
  else if (tally.kind === "ranking" && isOf("ranking", answer)) addRanking(tally, answer, sign);
  else if (tally.kind === "text" && isOf("text", answer)) addText(tally, answer, sign);
  else throw new Error(`the answer to ${id} is of another kind than its item`);
}

function isOf<K extends Answer["kind"]>(
  kind: K,
  answer: Answer | undefined,
): answer is Extract<Answer, { kind: K }> | undefined {
  return answer === undefined || answer.kind === kind;
}

/** The tally of both sets of responses together; neither argument changes. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const merged = structuredClone(a);
  merged.responses += b.responses;
  for (const [id, item] of Object.entries(b.items)) mergeItem(id, merged.items[id], item);
  if (merged.groups !== undefined && b.groups !== undefined) mergeGroups(merged.groups, b.groups);
  return merged;
}

function mergeItem(id: string, into: ItemTally | undefined, from: ItemTally): void {
  if (into?.kind === "scale" && from.kind === "scale") mergeScale(into, from);
  else if (into?.kind === "choice" && from.kind === "choice") mergeChoice(into, from);
  else if (into?.kind === "approval" && from.kind === "approval") mergeApproval(into, from);
  else if (into?.kind === "ranking" && from.kind === "ranking") mergeRanking(into, from);
  else if (into?.kind === "text" && from.kind === "text") mergeText(into, from);
  else throw new Error(`tallies of different questionnaires: item ${id}`);
}
