import { describe, expect, expectTypeOf, it } from "vitest";
import { makeRelease, parseRelease, type Release, type Released } from "@/domain/disclosure/release";
import type { ScaleTable } from "@/domain/disclosure/scale";
import { emptyTally, type Tally } from "@/domain/tally/tally";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  scaleItem,
  scaleTally,
  textItem,
} from "../support/release-of";

const questionnaire = questionnaireOf(scaleItem(5), choiceItem(3), approvalItem(2), rankingItem(3), textItem);
const participation = { invited: 64, issued: 40, replaced: 2 };
const roots = { scale: "ab".repeat(32) };

function tallyOf(responses: number): Tally {
  const empty = emptyTally(questionnaire);
  return {
    responses,
    items: {
      ...empty.items,
      scale: scaleTally([1, 9, 4, 10, 12]),
      choice: choiceTally([20, 10, 1]),
      approval: approvalTally([35, 12], 36),
    },
  };
}

const release = makeRelease(questionnaire, tallyOf(42), participation, roots);

describe("a release", () => {
  it("[D15] prints seats invited, credentials issued and replaced, responses received and the rules in force", () => {
    expect(release).toMatchObject({
      participation: { invited: 64, issued: 40, replaced: 2, received: 42 },
      rules: { disclosure: "disclosure-1", ladder: "ladder-1" },
      roots,
    });
  });

  it("[D16] is refused when more was received than issued and replaced", () => {
    expect(() => makeRelease(questionnaire, tallyOf(43), participation, roots)).toThrow(
      expect.objectContaining({ code: "more_received_than_issued", values: { received: 43, issued: 42 } }),
    );
  });

  it("[D17] shows no position and unanswered as they are", () => {
    const tally = tallyOf(42);
    tally.items.choice = {
      kind: "choice",
      options: { o0: 20, o1: 10, o2: 1 },
      noPosition: 1,
      unanswered: 10,
    };
    const { items } = makeRelease(questionnaire, tally, participation, roots);
    expect(items[1]).toMatchObject({ noPosition: 1, unanswered: 10 });
  });

  it("[D18] is read back as it was stored, and anything else is refused", () => {
    const stored: unknown = JSON.parse(JSON.stringify(release));
    expect(parseRelease(stored)).toEqual(release);
    expect(() => parseRelease({ ...release, exact: tallyOf(42) })).toThrow();
    expect(() => parseRelease(tallyOf(42))).toThrow();
    expect(() =>
      parseRelease(JSON.parse(JSON.stringify(release).replace('"count":20', '"count":2'))),
    ).toThrow();
  });

  it("[D19] is made in one place: a table by itself is not a released one", () => {
    expectTypeOf<Released<ScaleTable>>().toExtend<ScaleTable>();
    expectTypeOf<ScaleTable>().not.toExtend<Released<ScaleTable>>();
    expectTypeOf<Tally>().not.toExtend<Release>();
  });

  it("[D20] holds no count of one or two of those who take a position", () => {
    const text = JSON.stringify(release.items);
    expect(text).not.toMatch(/"count":[12][,}]/);
    expect(text).toContain('"oneOrTwo"');
  });
});
