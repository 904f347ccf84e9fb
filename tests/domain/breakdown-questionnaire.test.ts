import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/domain/anonymity/encoding";
import type { Issue } from "@/domain/issue";
import { BREAKDOWN, type Breakdown, withoutBreakdown } from "@/domain/questionnaire/breakdown";
import { withItem, without } from "@/domain/questionnaire/editing";
import type { Answer } from "@/domain/questionnaire/item";
import { itemsOf, questionnaireIssues, responseIssues } from "@/domain/questionnaire/questionnaire";
import { breakdownSchema } from "@/domain/questionnaire/shapes/breakdown";
import { answerSchema } from "@/domain/questionnaire/shapes/item";
import { questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { smallQuestionnaire } from "@/tests/support/questionnaire";

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code);
const group = (id: string, name = id) => ({ id, name });
const breakdown: Breakdown = {
  question: "Which regional group is your delegation a member of?",
  groups: [group("african", "African States"), group("asian", "Asia-Pacific States")],
};
const asked = { ...smallQuestionnaire, breakdown };
const model = { model: { kind: "choice", option: "one" } } as const;
const named = (groupId: string | null): Answer => ({ kind: "group", groupId });

describe("a breakdown", () => {
  it("[Q50] asks a question and has two groups or more, each with a name of its own", () => {
    const said = (part: Partial<Breakdown>) =>
      codes(questionnaireIssues({ ...smallQuestionnaire, breakdown: { ...breakdown, ...part } }));
    expect(said({})).toEqual([]);
    expect(said({ question: " " })).toEqual(["breakdown_question_blank"]);
    expect(said({ groups: [group("african")] })).toEqual(["breakdown_too_few_groups"]);
    expect(said({ groups: [group("a", "Africa"), group("b", " ")] })).toEqual(["group_blank"]);
    expect(said({ groups: [group("a", "Africa"), group("b", " africa")] })).toEqual(["group_repeated"]);
    expect(said({ groups: [group("a", "Africa"), group("a", "Asia")] })).toEqual(["id_repeated"]);
    const many = (count: number) => Array.from({ length: count }, (_, at) => group(`g${at}`));
    expect(breakdownSchema.safeParse({ ...breakdown, groups: many(12) }).success).toBe(true);
    expect(breakdownSchema.safeParse({ ...breakdown, groups: many(13) }).success).toBe(false);
  });

  it("[Q51] is answered under an id that no item has", () => {
    const [item] = itemsOf(smallQuestionnaire);
    if (item === undefined) throw new Error("the small questionnaire has items");
    const parsed = (id: string) => {
      const [question] = smallQuestionnaire.agendaQuestions;
      const agendaQuestions = [{ ...question, items: [{ ...item, id }] }];
      return questionnaireSchema.safeParse({ agendaQuestions }).success;
    };
    expect(parsed("support")).toBe(true);
    expect(parsed(BREAKDOWN)).toBe(false);
  });

  it("[Q51] leaves a questionnaire without one as it was, in every byte that is hashed", () => {
    const hash = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");
    expect(hash(questionnaireSchema.parse(dsr2011Questionnaire))).toBe(hash(dsr2011Questionnaire));
    expect(questionnaireSchema.parse(asked)).toEqual(asked);
    expect(hash(asked)).not.toBe(hash(smallQuestionnaire));
  });

  it("[Q52] takes a group that it offers, “prefer not to say”, and no answer", () => {
    const said = (answer?: Answer) =>
      codes(responseIssues(asked, { ...model, ...(answer && { [BREAKDOWN]: answer }) }));
    expect(said(named("asian"))).toEqual([]);
    expect(said(named(null))).toEqual([]);
    expect(said()).toEqual([]);
    expect(said(named("western"))).toEqual(["answer_not_offered"]);
    expect(said({ kind: "choice", option: "asian" })).toEqual(["answer_of_another_kind"]);
    expect(answerSchema.safeParse({ kind: "group" }).success).toBe(false);
  });

  it("[Q52] where none is asked, no group is taken, and none is the answer to an item", () => {
    const [item] = itemsOf(smallQuestionnaire);
    expect(codes(responseIssues(smallQuestionnaire, { ...model, [BREAKDOWN]: named("asian") }))).toEqual([
      "answer_not_offered",
    ]);
    expect(codes(responseIssues(asked, { [item?.id ?? ""]: named("asian") }))).toEqual([
      "answer_of_another_kind",
    ]);
  });

  it("[Q53] makes no response by itself", () => {
    expect(codes(responseIssues(asked, { [BREAKDOWN]: named("asian") }))).toEqual(["response_empty"]);
  });

  it("[Q55] stays as it is when anything else is edited, and is not taken over", () => {
    const [question] = asked.agendaQuestions;
    const [item] = itemsOf(asked);
    if (question === undefined || item === undefined) throw new Error("the small questionnaire has items");
    expect(withItem(asked, { ...item, prompt: "Otherwise?" }).breakdown).toEqual(breakdown);
    const removal = { what: "item", questionId: question.id, index: 0, entry: item } as const;
    expect(without(asked, removal).breakdown).toEqual(breakdown);
    expect(without(asked, { what: "agendaQuestion", index: 0, entry: question }).breakdown).toEqual(
      breakdown,
    );
    expect(withoutBreakdown(asked)).toEqual(smallQuestionnaire);
  });
});
