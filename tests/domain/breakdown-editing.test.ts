import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankGroups } from "@/domain/questionnaire/blank";
import type { Group } from "@/domain/questionnaire/breakdown";
import { breakdownIssues } from "@/domain/questionnaire/breakdown";
import { stillToUndo } from "@/domain/questionnaire/carry-over";
import { MOST, putBack, withGroups, without } from "@/domain/questionnaire/editing";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { regionalGroups } from "@/domain/questionnaire/regional-groups";
import { breakdownSchema } from "@/domain/questionnaire/shapes/breakdown";
import { questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";
import { english } from "../support/english";
import { smallQuestionnaire } from "../support/questionnaire";

const question = "Which group?";
const asking = (groups: readonly Group[]): Questionnaire => ({
  ...smallQuestionnaire,
  breakdown: { question, groups: [...groups] },
});
const groupsOf = (count: number): Group[] =>
  Array.from({ length: count }, (_, at) => ({ id: `g${at}`, name: `Group ${at + 1}` }));

describe("undoing in a breakdown", () => {
  it("[Q58] a group comes back where it stood, and nothing that was typed since goes", () => {
    const place = fc
      .integer({ min: 1, max: MOST.groups })
      .chain((count) => fc.tuple(fc.constant(count), fc.nat({ max: count - 1 })));
    fc.assert(
      fc.property(place, ([count, index]) => {
        const before = asking(groupsOf(count));
        const entry = before.breakdown?.groups[index];
        if (entry === undefined) throw new Error("the index is within");
        const removal = { what: "group", index, entry } as const;
        const taken = without(before, removal);
        expect(taken.breakdown?.groups).toHaveLength(count - 1);
        expect(putBack(taken, removal)).toEqual(before);
        const reworded = {
          ...taken,
          breakdown: { question: "Which, then?", groups: taken.breakdown?.groups ?? [] },
        };
        expect(putBack(reworded, removal)?.breakdown?.question).toBe("Which, then?");
      }),
    );
  });

  it("[Q58] the whole question comes back, but not over another one", () => {
    const before = asking(groupsOf(3));
    const { breakdown } = before;
    if (breakdown === undefined) throw new Error("it has one");
    const removal = { what: "breakdown", entry: breakdown } as const;
    expect(without(before, removal)).toEqual(smallQuestionnaire);
    expect(putBack(smallQuestionnaire, removal)).toEqual(before);
    expect(putBack(asking(groupsOf(2)), removal)).toBeNull();
  });

  it("[Q58] groups that gave way to a preset come back; none where no question stands, nor where there is no room", () => {
    const entry = groupsOf(4);
    expect(putBack(asking(groupsOf(2)), { what: "groups", entry })).toEqual(asking(entry));
    expect(putBack(smallQuestionnaire, { what: "groups", entry })).toBeNull();
    const one = { what: "group", index: 0, entry: { id: "more", name: "More" } } as const;
    expect(putBack(smallQuestionnaire, one)).toBeNull();
    expect(putBack(asking(groupsOf(MOST.groups)), one)).toBeNull();
    expect(withGroups(smallQuestionnaire, entry)).toBeNull();
  });

  it("[Q58] stays to be undone when an item of an earlier round is brought back", () => {
    const removal = { what: "groups", entry: groupsOf(2) } as const;
    expect(stillToUndo([removal], { back: smallQuestionnaire, itemId: "support" })).toEqual([removal]);
  });
});

describe("groups to start from", () => {
  it("[Q59] the five regional groups of the United Nations can be asked for as they stand", () => {
    const groups = regionalGroups((group) => english(`seats.groups.${group}`, {}));
    expect(groups.map(({ name }) => name)).toEqual([
      "African States",
      "Asia-Pacific States",
      "Eastern European States",
      "Latin American and Caribbean States",
      "Western European and other States",
    ]);
    const breakdown = { question: english("questionnaire.breakdown.defaultQuestion", {}), groups };
    expect(breakdownIssues(breakdown)).toEqual([]);
    expect(breakdownSchema.parse(breakdown)).toEqual(breakdown);
  });

  it("[Q59] a blank group has an id that nothing else has, and can be saved at once", () => {
    const drawn = ["0", "0", "1", "2"];
    const draw = () => drawn.shift() ?? "";
    const taken = asking([{ id: "label-0", name: "Taken" }]);
    const groups = blankGroups(taken, 2, draw);
    expect(groups).toEqual([
      { id: "label-1", name: "" },
      { id: "label-2", name: "" },
    ]);
    const draft = withGroups(taken, groups);
    expect(questionnaireSchema.parse(draft)).toEqual(draft);
  });
});
