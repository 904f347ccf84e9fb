import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally, mergeTallies, type Tally } from "@/domain/tally/tally";
import { choiceItem, questionnaireOf, scaleItem } from "../support/release-of";

const groupIds = ["north", "south", "west"];
const questionnaire = {
  ...questionnaireOf(scaleItem(5, 2), choiceItem(2)),
  breakdown: { question: "Which group?", groups: groupIds.map((id) => ({ id, name: id })) },
};

const mark = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant<"noPosition">(NO_POSITION));
const response: fc.Arbitrary<Answers> = fc.record(
  {
    scale: fc
      .dictionary(fc.constantFrom("s0", "s1"), mark, { minKeys: 1, noNullPrototype: true })
      .map((marks) => ({ kind: "scale" as const, marks })),
    choice: fc.constantFrom("o0", "o1").map((option) => ({ kind: "choice" as const, option })),
    [BREAKDOWN]: fc.constantFrom(...groupIds, null).map((groupId) => ({ kind: "group" as const, groupId })),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const responses = fc.array(response, { maxLength: 12 });

function tallyOf(all: readonly Answers[]): Tally {
  const tally = emptyTally(questionnaire);
  for (const answers of all) addResponse(tally, answers, 1);
  return tally;
}

const named = (answers: Answers) =>
  answers[BREAKDOWN]?.kind === "group" ? answers[BREAKDOWN].groupId : null;

describe("tally by group", () => {
  it("[T1] two tallies merged are the tally of both sets of responses", () => {
    fc.assert(
      fc.property(responses, responses, (a, b) => {
        expect(mergeTallies(tallyOf(a), tallyOf(b))).toEqual(tallyOf([...a, ...b]));
      }),
    );
  });

  it("[T2] an edit is the old answers out and the new ones in, also where the group was changed", () => {
    fc.assert(
      fc.property(responses, response, response, (others, before, after) => {
        const tally = tallyOf([...others, before]);
        addResponse(tally, before, -1);
        addResponse(tally, after, 1);
        expect(tally).toEqual(tallyOf([...others, after]));
      }),
    );
  });

  it("[D21] a group's tally is that of the responses that name it, and of no others", () => {
    fc.assert(
      fc.property(responses, (all) => {
        const { groups } = tallyOf(all);
        for (const id of groupIds) {
          const own = tallyOf(all.filter((answers) => named(answers) === id));
          expect(groups?.[id]).toEqual({ responses: own.responses, scales: { scale: own.items.scale } });
        }
      }),
    );
  });

  it("[D21] where no group is asked there is no tally by group", () => {
    expect(emptyTally(questionnaireOf(scaleItem(5)))).not.toHaveProperty("groups");
  });

  it("[T7] an answer of another kind, or a group that is not asked, is a fault and never a count", () => {
    const wrong = (answers: Answers) => () => addResponse(emptyTally(questionnaire), answers, 1);
    expect(wrong({ [BREAKDOWN]: { kind: "choice", option: "north" } })).toThrow("another kind");
    expect(wrong({ [BREAKDOWN]: { kind: "group", groupId: "east" } })).toThrow("does not have");
  });
});
