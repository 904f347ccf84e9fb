import { makeRelease } from "@/domain/disclosure/release";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import type { ShownRound } from "@/domain/findings/movement";
import type { Item } from "@/domain/questionnaire/item";
import type { Label } from "@/domain/questionnaire/shapes/label";
import { addRanking, emptyRankingTally, type RankingTally } from "@/domain/tally/ranking";
import type { ItemTally } from "@/domain/tally/tally";

/** Delegations invited in every example. */
export const SEATS = 40;

/** What an example asks: the sentence about it quotes an ellipsis, which reads alike in every language. */
const ASKED = "…";

const base = { id: "item", prompt: ASKED, help: null, required: false };
const LETTERS = ["A", "B", "C", "D"] as const;
const lettered = (count: number): Label[] =>
  LETTERS.slice(0, count).map((text) => ({ id: text.toLowerCase(), text }));

/** An order of the three options A, B and C, and how many place them so. */
export type Order = readonly [placed: string, by: number];

/** One statement of a five-step scale, its counts from strongly opposed to strongly in support. */
export function scaleRound(counts: readonly number[], number = 1): ShownRound {
  const item: Item = {
    ...base,
    kind: "scale",
    statements: [{ id: "statement", text: ASKED }],
    categories: counts.map((_, category) => `${category + 1}`),
  };
  const statement = { counts: [...counts], noPosition: 0, unanswered: 0 };
  return roundOf(item, { kind: "scale", statements: { statement } }, number);
}

/** A choice of one option out of as many as there are counts. */
export function choiceRound(counts: readonly number[]): ShownRound {
  const options = lettered(counts.length);
  const chosen = Object.fromEntries(options.map(({ id }, index) => [id, counts[index] ?? 0]));
  return roundOf(
    { ...base, kind: "choice", options },
    { kind: "choice", options: chosen, noPosition: 0, unanswered: 0 },
  );
}

/** An option that `count` of `answered` approve. */
export function approvalRound(count: number, answered: number): ShownRound {
  return roundOf(
    { ...base, kind: "approval", options: lettered(1), minimum: null, maximum: null },
    { kind: "approval", answered, yes: { a: count }, noPosition: 0, unanswered: 0 },
  );
}

/** A ranking of three options. */
export function rankingRound(orders: readonly Order[]): ShownRound {
  return roundOf({ ...base, kind: "ranking", options: lettered(3) }, rankingTallyOf(orders));
}

/** The tally of rankings in these orders: "ABC" places A first and C last. */
export function rankingTallyOf(orders: readonly Order[]): RankingTally {
  const tally = emptyRankingTally({ ...base, kind: "ranking", options: lettered(3) });
  for (const [placed, by] of orders) {
    const places = [...placed].map((letter) => [letter.toLowerCase()]);
    for (let count = 0; count < by; count += 1) addRanking(tally, { kind: "ranking", places }, 1);
  }
  return tally;
}

function roundOf(item: Item, tally: ItemTally, number = 1): ShownRound {
  const questionnaire = {
    agendaQuestions: [{ id: "question", text: ASKED, attribution: null, background: null, items: [item] }],
  };
  const participation = { invited: SEATS, issued: SEATS, replaced: 0 };
  const release = makeRelease(
    questionnaire,
    { responses: SEATS, items: { [item.id]: tally } },
    participation,
    {},
  );
  return { number, questionnaire, release };
}

/** What the round of one item found, as any round's findings are made; it must be of the kind expected. */
export function foundIn<K extends Finding["kind"]>(
  { questionnaire, release }: ShownRound,
  kind: K,
): Extract<Finding, { kind: K }> {
  const isOfKind = (finding: Finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind;
  const found = findingsOf(questionnaire, release).find(isOfKind);
  if (found === undefined) throw new Error(`the example has no finding of the kind ${kind}`);
  return found;
}
