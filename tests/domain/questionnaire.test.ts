import { describe, expect, it } from "vitest";
import type { Issue } from "@/domain/issue";
import { type Item, itemIssues } from "@/domain/questionnaire/item";
import { type Questionnaire, questionnaireIssues } from "@/domain/questionnaire/questionnaire";
import { itemSchema } from "@/domain/questionnaire/shapes/item";
import { idSchema } from "@/domain/questionnaire/shapes/label";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import {
  approvalItem,
  choiceItem,
  questionnaireOf,
  rankingItem,
  scaleItem,
  textItem,
} from "@/tests/support/release-of";

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code);
const everyKind: Item[] = [scaleItem(5, 2), choiceItem(3), approvalItem(3), rankingItem(3), textItem];
const [question] = questionnaireOf(choiceItem(2)).agendaQuestions;
if (question === undefined) throw new Error("one agenda question was made");
const asked = (part: Partial<typeof question>): Questionnaire => ({
  agendaQuestions: [{ ...question, ...part }],
});

describe("a questionnaire", () => {
  it("[Q1] needs an agenda question, and each of them words and an item", () => {
    expect(questionnaireIssues(questionnaireOf(...everyKind))).toEqual([]);
    expect(codes(questionnaireIssues({ agendaQuestions: [] }))).toEqual(["questionnaire_empty"]);
    expect(codes(questionnaireIssues(asked({ text: "  " })))).toEqual(["agenda_question_blank"]);
    expect(codes(questionnaireIssues(asked({ items: [] })))).toEqual(["agenda_question_without_items"]);
  });

  it("[Q2] names each of its parts once", () => {
    expect(codes(questionnaireIssues(questionnaireOf(choiceItem(2), choiceItem(2))))).toEqual([
      "id_repeated",
    ]);
    expect(codes(questionnaireIssues(asked({ items: [{ ...textItem, id: question.id }] })))).toEqual([
      "id_repeated",
    ]);
  });

  it("[Q3] says everything that is to be put right, each at its place and in the order asked", () => {
    const draft: Questionnaire = {
      agendaQuestions: [
        { ...question, id: "one", text: "" },
        { ...question, id: "two", items: [{ ...choiceItem(1), prompt: "" }] },
        { ...question, id: "three", items: [] },
      ],
    };
    expect(questionnaireIssues(draft)).toEqual([
      { code: "agenda_question_blank", at: "one", values: { number: 1 } },
      { code: "prompt_blank", at: "choice" },
      { code: "too_few_options", at: "choice" },
      { code: "agenda_question_without_items", at: "three", values: { number: 3 } },
      { code: "id_repeated" },
    ]);
  });

  it("[Q4] no part has the name of something that every object has", () => {
    for (const id of ["constructor", "__proto__", "toString", "noposition", "-a", "", "a".repeat(65)])
      expect(idSchema.safeParse(id).success).toBe(false);
    expect(idSchema.safeParse("role-2").success).toBe(true);
  });
});

describe("an item", () => {
  it.each(everyKind)("[Q5] of the kind $kind says what it asks", (item) => {
    expect(itemIssues(item)).toEqual([]);
    expect(codes(itemIssues({ ...item, prompt: "\n" }))).toEqual(["prompt_blank"]);
  });

  it("[Q6] a scale has a statement and two categories, each with a name of its own", () => {
    expect(itemIssues(scaleItem(2, 1))).toEqual([]);
    expect(codes(itemIssues(scaleItem(5, 0)))).toEqual(["scale_without_statements"]);
    expect(codes(itemIssues(scaleItem(1)))).toEqual(["scale_too_few_categories"]);
    expect(codes(itemIssues({ ...scaleItem(5), categories: ["against", " ", "for"] }))).toEqual([
      "category_blank",
    ]);
    expect(codes(itemIssues({ ...scaleItem(5), categories: ["against", "for", " For"] }))).toEqual([
      "category_repeated",
    ]);
    expect(itemSchema.safeParse(scaleItem(7)).success).toBe(true);
    expect(itemSchema.safeParse(scaleItem(8)).success).toBe(false);
  });

  it.each([
    ["choice", choiceItem],
    ["approval", approvalItem],
    ["ranking", rankingItem],
  ] as const)("[Q7] a %s has two options or more", (_, itemWith) => {
    expect(itemIssues(itemWith(2))).toEqual([]);
    expect(codes(itemIssues(itemWith(1)))).toEqual(["too_few_options"]);
  });

  it("[Q8] no two statements or options read the same, case and outer spaces apart, and none is blank", () => {
    const option = (id: string, text: string) => ({ id, text });
    const withOptions = (...options: { id: string; text: string }[]) =>
      codes(itemIssues({ ...rankingItem(0), options }));
    expect(withOptions(option("a", "A briefing"), option("b", " a BRIEFING"))).toEqual(["label_repeated"]);
    expect(withOptions(option("a", "A briefing"), option("b", " "))).toEqual(["label_blank"]);
    expect(withOptions(option("a", "A briefing"), option("a", "A paper"))).toEqual(["id_repeated"]);
    const statements = [option("a", "Advice"), option("b", "advice")];
    expect(codes(itemIssues({ ...scaleItem(5), statements }))).toEqual(["label_repeated"]);
  });

  it("[Q9] the minimum and maximum of an approval can both be met with its options", () => {
    const bounds = (minimum: number | null, maximum: number | null) =>
      codes(itemIssues(approvalItem(3, { minimum, maximum })));
    for (const [minimum, maximum] of [
      [null, null],
      [0, 3],
      [2, 3],
      [2, null],
      [null, 1],
    ] as const)
      expect(bounds(minimum, maximum)).toEqual([]);
    for (const [minimum, maximum] of [
      [4, null],
      // Whoever must approve all has nothing to answer.
      [3, 3],
      [null, 4],
      [2, 1],
    ] as const)
      expect(bounds(minimum, maximum)).toEqual(["approval_bounds_impossible"]);
  });
});

describe("the template dsr-2011", () => {
  it("[Q18] can be asked as it stands", () => {
    expect(questionnaireIssues(dsr2011Questionnaire)).toEqual([]);
  });

  it("[Q19] quotes the paper's four questions word for word and says whose they are", () => {
    expect(dsr2011Questionnaire.agendaQuestions.map(({ text }) => text)).toEqual([
      "Given possible future demand, what role should the UN have in DSR activities?",
      "At what level(s) of engagement should the UN develop its expertise and focus its activities – strategic level advice, based on the existing model of the SSR Unit and field-based SSR teams and/or the model of UNPOL vis-à-vis training national police forces?",
      "What is the appropriate relationship between OROLSI and OMA for supporting DSR?",
      "Politically, what steps are necessary – e.g., ahead of the C-34 – to build political support for an increased UN role in DSR?",
    ]);
    for (const { attribution } of dsr2011Questionnaire.agendaQuestions) {
      expect(attribution).toContain("Rethinking the UN’s Role in Defense Sector Reform");
      expect(attribution).toContain("section V");
      expect(attribution).toContain("letter of 14 June 2011");
    }
  });
});
