import { describe, expect, it } from "vitest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { askedAgain, draftToAskAgain } from "@/domain/room/again";
import { brokenDownQuestionnaire, smallQuestionnaire } from "@/tests/support/questionnaire";

const EMPTY: Questionnaire = { agendaQuestions: [] };
/** The same items, of which one is asked in another way. */
const OTHER_KIND: Questionnaire = {
  agendaQuestions: smallQuestionnaire.agendaQuestions.map((question) => ({
    ...question,
    items: question.items.map((item) =>
      item.kind === "choice" ? { ...item, kind: "approval", minimum: null, maximum: null } : item,
    ),
  })),
};
const draft = (number: number, questionnaire: Questionnaire, questionnaireVersion = 2) => ({
  id: `round-${number}`,
  ...{ number, questionnaire, questionnaireVersion },
});

describe("the draft that asks again what a round asked", () => {
  const asked = { number: 2, questionnaire: smallQuestionnaire };
  const found = (...drafts: ReturnType<typeof draft>[]) => {
    const again = draftToAskAgain(asked, drafts);
    return again === null ? null : [again.draft.number, again.carryOver];
  };

  it("[V16] is the next after the round, whatever stands before it and in whatever order they are read", () => {
    expect(found(draft(1, smallQuestionnaire))).toBeNull();
    expect(found(draft(4, smallQuestionnaire), draft(3, smallQuestionnaire))).toEqual([3, false]);
    expect(found(draft(3, EMPTY, 1), draft(1, smallQuestionnaire))).toEqual([3, true]);
  });

  it("[V16] asks the same items, each in the same way, or has been touched by no host", () => {
    expect(found(draft(3, OTHER_KIND))).toBeNull();
    expect(found(draft(3, EMPTY))).toBeNull();
    expect(found(draft(3, EMPTY, 1))).toEqual([3, true]);
    expect(found(draft(3, smallQuestionnaire, 1))).toEqual([3, true]);
    expect(found(draft(3, brokenDownQuestionnaire))).toEqual([3, false]);
  });

  it("[V16] asks for no groups, which are asked for in one round alone", () => {
    expect(askedAgain(brokenDownQuestionnaire)).toEqual(smallQuestionnaire);
  });
});
