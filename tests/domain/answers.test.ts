import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "@/domain/issue";
import { type Answer, answerIssues, type Item } from "@/domain/questionnaire/item";
import { NO_POSITION } from "@/domain/questionnaire/position";
import { type Answers, responseIssues } from "@/domain/questionnaire/questionnaire";
import { answerSchema } from "@/domain/questionnaire/shapes/item";
import {
  approvalItem,
  choiceItem,
  questionnaireOf,
  rankingItem,
  scaleItem,
  textItem,
} from "@/tests/support/release-of";

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code);
const said = (item: Item, answer?: Answer) => codes(answerIssues(item, answer));

const marks = (given: Record<string, number | typeof NO_POSITION>): Answer => ({
  kind: "scale",
  marks: given,
});
const option = (id: string): Answer => ({ kind: "choice", option: id });
const options = (...ids: string[]): Answer => ({ kind: "approval", options: ids });
const places = (...order: string[][]): Answer => ({ kind: "ranking", places: order });
const text = (words: string): Answer => ({ kind: "text", text: words, consent: "mayBeReflected" });

const withoutPosition: [Item, Answer][] = [
  [scaleItem(5), marks({ s0: NO_POSITION })],
  [choiceItem(3), option(NO_POSITION)],
  [approvalItem(3, { minimum: 1, maximum: 2 }), { kind: "approval", options: NO_POSITION }],
  [rankingItem(3), { kind: "ranking", places: NO_POSITION }],
];
const everyItem: Item[] = [...withoutPosition.map(([item]) => item), textItem];

/** An order of these options in which some share the place of the one before. */
function orderWith(ranked: readonly string[], ties: readonly boolean[]): string[][] {
  const found: string[][] = [];
  for (const [index, id] of ranked.entries()) {
    const last = found.at(-1);
    if (last !== undefined && ties[index]) last.push(id);
    else found.push([id]);
  }
  return found;
}

describe("an answer", () => {
  it.each(everyItem)("[Q10] to a $kind may be left out, unless the item is required", (item) => {
    expect(said(item)).toEqual([]);
    expect(said({ ...item, required: true })).toEqual(["required_unanswered"]);
  });

  it.each(withoutPosition)(
    "[Q11] “no position” is an answer, also where one is required: %o",
    (item, answer) => {
      expect(said(item, answer)).toEqual([]);
      expect(said({ ...item, required: true }, answer)).toEqual([]);
    },
  );

  it("[Q12] marks statements of its scale with categories of its scale, all of them where it is required", () => {
    const scale = scaleItem(5, 2);
    expect(said(scale, marks({ s0: 0, s1: 4 }))).toEqual([]);
    expect(said(scale, marks({ s1: 4 }))).toEqual([]);
    expect(said({ ...scale, required: true }, marks({ s1: 4 }))).toEqual(["statements_unanswered"]);
    expect(said(scale, marks({ s0: 5 }))).toEqual(["answer_not_offered"]);
    expect(said(scale, marks({ s0: 1, s2: 1 }))).toEqual(["answer_not_offered"]);
    expect(said(scale, marks({}))).toEqual(["answer_empty"]);
    for (const mark of [-1, 1.5, 7]) expect(answerSchema.safeParse(marks({ s0: mark })).success).toBe(false);
  });

  it("[Q13] chooses an option that is offered", () => {
    expect(said(choiceItem(3), option("o2"))).toEqual([]);
    expect(said(choiceItem(3), option("o3"))).toEqual(["answer_not_offered"]);
  });

  it("[Q14] approves any number of options within the bounds, none included, each once", () => {
    const item = approvalItem(3);
    expect(said(item, options())).toEqual([]);
    expect(said({ ...item, required: true }, options())).toEqual([]);
    expect(said(item, options("o0", "o1", "o2"))).toEqual([]);
    expect(said(item, options("o0", "o0"))).toEqual(["answer_names_twice"]);
    expect(said(item, options("o3"))).toEqual(["answer_not_offered"]);
    const bounded = approvalItem(3, { minimum: 1, maximum: 2 });
    expect(said(bounded, options("o0", "o1"))).toEqual([]);
    expect(said(bounded, options())).toEqual(["approval_too_few"]);
    expect(said(bounded, options("o0", "o1", "o2"))).toEqual(["approval_too_many"]);
  });

  it("[Q15] ranks in any order, complete or partial, with any ties", () => {
    const item = rankingItem(5);
    const ids = item.options.map(({ id }) => id);
    const order = fc
      .tuple(fc.shuffledSubarray(ids, { minLength: 1 }), fc.array(fc.boolean(), { minLength: 5 }))
      .map(([ranked, ties]) => orderWith(ranked, ties));
    fc.assert(
      fc.property(order, fc.constantFrom(...ids), (found, again) => {
        expect(said(item, places(...found))).toEqual([]);
        expect(answerSchema.safeParse(places(...found)).success).toBe(true);
        expect(said(item, places(...found, ["o9"]))).toEqual(["answer_not_offered"]);
        if (found.flat().includes(again))
          expect(said(item, places(...found, [again]))).toEqual(["answer_names_twice"]);
      }),
    );
  });

  it("[Q15] an order that nobody touched is no answer", () => {
    expect(said(rankingItem(3), places())).toEqual(["answer_empty"]);
    expect(answerSchema.safeParse(places([])).success).toBe(false);
  });

  it("[Q16] is written in up to 4,000 characters that can be kept, and says whether it may be reflected", () => {
    expect(said(textItem, text("Well."))).toEqual([]);
    expect(said(textItem, text(" \n"))).toEqual(["answer_empty"]);
    expect(answerSchema.safeParse(text("a".repeat(4_000))).success).toBe(true);
    expect(answerSchema.safeParse(text("a".repeat(4_001))).success).toBe(false);
    expect(answerSchema.safeParse({ kind: "text", text: "Well." }).success).toBe(false);
    expect(said(textItem, text("المجلس 👍🏽"))).toEqual([]);
    expect(said(textItem, text("nought \0"))).toEqual(["text_unreadable"]);
    expect(said(textItem, text("half of 👍".slice(0, -1)))).toEqual(["text_unreadable"]);
  });

  it.each(everyItem)("[Q17] of another kind is no answer to a $kind", (item) => {
    const others: Answer[] = [marks({ s0: 1 }), option("o0"), options("o0"), places(["o0"]), text("Well.")];
    for (const answer of others.filter(({ kind }) => kind !== item.kind))
      expect(said(item, answer)).toEqual(["answer_of_another_kind"]);
  });
});

describe("a response", () => {
  const questionnaire = questionnaireOf(choiceItem(3), { ...textItem, required: true });
  const issues = (answers: Answers) => responseIssues(questionnaire, answers);

  it("[Q17] names no item that is not asked, and says everything that is to be put right", () => {
    expect(issues({ text: text("Well.") })).toEqual([]);
    expect(issues({ choice: option("o9"), model: option("o1") })).toEqual([
      { code: "answer_not_offered", at: "choice" },
      { code: "required_unanswered", at: "text" },
      { code: "answer_not_offered", at: "model" },
    ]);
  });

  it("[Q11] holds an answer at least; “no position” alone is one", () => {
    const free = questionnaireOf(choiceItem(3));
    expect(codes(responseIssues(free, {}))).toEqual(["response_empty"]);
    expect(responseIssues(free, { choice: option(NO_POSITION) })).toEqual([]);
  });
});
