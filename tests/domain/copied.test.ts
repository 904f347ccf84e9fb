import { describe, expect, it } from "vitest";
import { copiedQuestionnaires } from "@/domain/questionnaire/copied";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "@/tests/support/questionnaire";

const withPointers: Questionnaire = {
  breakdown: {
    question: "Your group?",
    groups: [
      { id: "one", name: "One" },
      { id: "two", name: "Two" },
    ],
  },
  agendaQuestions: smallQuestionnaire.agendaQuestions.map((question) => ({
    ...question,
    items: question.items.map((item) => ({ ...item, paragraph: "p-1" })),
  })),
};

describe("questionnaires of a copy", () => {
  it("[U17] keep ids, scales and groups, and no pointer to a discussion paper", () => {
    const [first] = copiedQuestionnaires([2], new Map([[2, withPointers]])) ?? [];
    expect(first).toEqual({ ...smallQuestionnaire, breakdown: withPointers.breakdown });
    if (first !== undefined) for (const item of itemsOf(first)) expect(item).not.toHaveProperty("paragraph");
  });

  it("[U17] of a round that was not there ask what the one before asks, without its groups, or nothing yet", () => {
    expect(copiedQuestionnaires([1, null], new Map([[1, withPointers]]))?.[1]).toEqual(smallQuestionnaire);
    expect(copiedQuestionnaires([null], new Map())).toEqual([{ agendaQuestions: [] }]);
    expect(copiedQuestionnaires([3], new Map([[1, withPointers]]))).toBeNull();
  });
});
