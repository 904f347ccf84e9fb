import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_POSITION } from "@/domain/questionnaire/position";
import { type Answers, itemsOf, responseIssues } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally, mergeTallies, type Tally } from "@/domain/tally/tally";
import {
  approvalItem,
  choiceItem,
  questionnaireOf,
  rankingItem,
  scaleItem,
  textItem,
} from "../support/release-of";

const questionnaire = questionnaireOf(
  scaleItem(5, 3),
  choiceItem(3),
  approvalItem(4),
  rankingItem(4),
  textItem,
);
const ids = ["o0", "o1", "o2", "o3"];

const mark = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant<"noPosition">(NO_POSITION));
const scale = fc
  .dictionary(fc.constantFrom("s0", "s1", "s2"), mark, { minKeys: 1, noNullPrototype: true })
  .map((marks) => ({ kind: "scale" as const, marks }));
const choice = fc
  .constantFrom("o0", "o1", "o2", NO_POSITION)
  .map((option) => ({ kind: "choice" as const, option }));
const approval = fc
  .oneof(fc.subarray(ids), fc.constant<"noPosition">(NO_POSITION))
  .map((options) => ({ kind: "approval" as const, options }));
/** Each option in one of four places or in none, with the empty places taken out. */
const places = fc
  .tuple(...ids.map(() => fc.integer({ min: 0, max: 4 })))
  .map((chosen) =>
    [0, 1, 2, 3]
      .map((place) => ids.filter((_, index) => chosen[index] === place))
      .filter((group) => group.length > 0),
  )
  .filter((groups) => groups.length > 0);
const ranking = fc
  .oneof({ weight: 5, arbitrary: places }, { weight: 1, arbitrary: fc.constant<"noPosition">(NO_POSITION) })
  .map((chosen) => ({ kind: "ranking" as const, places: chosen }));
const text = fc
  .constantFrom("mayBeReflected" as const, "notToBeReflected" as const)
  .map((consent) => ({ kind: "text" as const, text: "Cost.", consent }));
const response: fc.Arbitrary<Answers> = fc
  .record({ scale, choice, approval, ranking, text }, { requiredKeys: [], noNullPrototype: true })
  .filter((answers) => Object.keys(answers).length > 0);
const responses = fc.array(response, { maxLength: 12 });

function tallyOf(all: readonly Answers[]): Tally {
  const tally = emptyTally(questionnaire);
  for (const answers of all) addResponse(tally, answers, 1);
  return tally;
}

describe("tally", () => {
  it("[T1] two tallies merged are the tally of both sets of responses", () => {
    fc.assert(
      fc.property(responses, responses, (a, b) => {
        expect(mergeTallies(tallyOf(a), tallyOf(b))).toEqual(tallyOf([...a, ...b]));
      }),
    );
  });

  it("[T1] merging changes neither of the two", () => {
    const [a, b] = [tallyOf([]), tallyOf([{ choice: { kind: "choice", option: "o1" } }])];
    mergeTallies(a, b);
    expect(a).toEqual(emptyTally(questionnaire));
  });

  it("[T2] an edit is the old answers out and the new ones in", () => {
    fc.assert(
      fc.property(responses, response, response, (others, before, after) => {
        const tally = tallyOf([...others, before]);
        addResponse(tally, before, -1);
        addResponse(tally, after, 1);
        expect(tally).toEqual(tallyOf([...others, after]));
      }),
    );
  });

  it("[T3] every response is counted once per statement and item: with a position, without one, or unanswered", () => {
    fc.assert(
      fc.property(responses, (all) => {
        expect(all.flatMap((answers) => responseIssues(questionnaire, answers))).toEqual([]);
        const { items } = tallyOf(all);
        expect(Object.values(items).flatMap(countedOf)).toEqual(
          Object.values(items)
            .flatMap(countedOf)
            .map(() => all.length),
        );
      }),
    );
  });

  it("[T4] is plain JSON and holds a table for every item", () => {
    const tally = tallyOf([{ ranking: { kind: "ranking", places: [["o1"], ["o0", "o2"]] } }]);
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
    expect(Object.keys(tally.items)).toEqual(itemsOf(questionnaire).map(({ id }) => id));
  });

  it("[T5] options left unranked are tied at the bottom, and ties prefer neither", () => {
    const { ranking: item } = tallyOf([{ ranking: { kind: "ranking", places: [["o1"], ["o0"]] } }]).items;
    expect(item).toMatchObject({
      answered: 1,
      prefers: [
        [0, 0, 1, 1],
        [1, 0, 1, 1],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      complete: 0,
    });
  });

  it("[T6] complete rankings add their mid-ranks, doubled, and the tie terms of Kendall's W", () => {
    const complete = [["o1"], ["o0", "o2"], ["o3"]];
    const { ranking: item } = tallyOf([{ ranking: { kind: "ranking", places: complete } }]).items;
    expect(item).toMatchObject({ complete: 1, doubledRankSums: [5, 2, 5, 8], tieTerms: 6 });
    // One option left out has the last place to itself.
    const oneLeftOut = tallyOf([{ ranking: { kind: "ranking", places: complete.slice(0, 2) } }]).items;
    expect(oneLeftOut.ranking).toEqual(item);
  });

  it("[T7] an answer of another kind than its item is a fault, not a count", () => {
    const tally = emptyTally(questionnaire);
    expect(() => addResponse(tally, { scale: { kind: "choice", option: "o0" } }, 1)).toThrow(/another kind/);
  });
});

/** How many responses each table of an item accounts for. */
function countedOf(item: Tally["items"][string]): number[] {
  const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  switch (item.kind) {
    case "scale":
      return Object.values(item.statements).map((s) => total(s.counts) + s.noPosition + s.unanswered);
    case "choice":
      return [total(Object.values(item.options)) + item.noPosition + item.unanswered];
    case "approval":
    case "ranking":
      return [item.answered + item.noPosition + item.unanswered];
    case "text":
      return [item.answered.mayBeReflected + item.answered.notToBeReflected + item.unanswered];
  }
}
