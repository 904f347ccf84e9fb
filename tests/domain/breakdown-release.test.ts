import { describe, expect, it } from "vitest";
import { makeRelease, parseRelease, type Release } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { loadSolver } from "@/server/releases/solver";
import { onlyItem, questionnaireOf, scaleItem } from "../support/release-of";

const solver = await loadSolver();
const groups = ["north", "south", "west"].map((id) => ({ id, name: `The ${id}` }));
const scale = questionnaireOf(scaleItem(5));
const asking = { ...scale, breakdown: { question: "Which group?", groups } };
const participation = { invited: 60, issued: 60, replaced: 0 };

/** So many responses of each group (null names none), in favour and against. */
const GIVEN = [
  ["north", 4, 12],
  ["north", 1, 4],
  ["south", 4, 6],
  ["south", 0, 7],
  ["west", 3, 4],
  [null, 4, 7],
  [null, 0, 3],
] as const;

function tallyOf(questionnaire: typeof scale) {
  const tally = emptyTally(questionnaire);
  const answers = (groupId: string | null, mark: number) => ({
    scale: { kind: "scale" as const, marks: { s0: mark } },
    [BREAKDOWN]: { kind: "group" as const, groupId },
  });
  for (const [groupId, mark, times] of GIVEN)
    for (let index = 0; index < times; index += 1) addResponse(tally, answers(groupId, mark), 1);
  return tally;
}

const statementOf = (release: Release) => onlyItem(release, "scale").statements[0];
const release = makeRelease(asking, tallyOf(asking), participation, {}, solver);

describe("a release with groups", () => {
  it("[D28] shows their sides, and says which are withheld and why, without any count or size of these", () => {
    const count = (count: number) => ({ kind: "count", count });
    expect(statementOf(release)).toEqual({
      statementId: "s0",
      noPosition: 0,
      unanswered: 0,
      table: expect.objectContaining({ kind: "categories", n: 43 }),
      groups: [
        {
          groupId: "north",
          name: "The north",
          n: 16,
          sides: { for: count(12), neither: count(0), against: count(4) },
        },
        {
          groupId: "south",
          name: "The south",
          n: 13,
          sides: { for: count(6), neither: count(0), against: count(7) },
        },
      ],
      withheld: { kind: "groups", groups: [{ groupId: "west", name: "The west", reason: "tooFew" }] },
    });
  });

  it("[D28] is read back as it was stored, and with a size beside what is withheld it is refused", () => {
    const stored = JSON.stringify(release);
    expect(parseRelease(JSON.parse(stored))).toEqual(release);
    const told = stored.replace('"reason":"tooFew"', '"reason":"tooFew","n":4');
    expect(told).not.toBe(stored);
    expect(() => parseRelease(JSON.parse(told))).toThrow();
  });

  it("[D28] says nothing of groups where none are asked, and is what it was before they could be", () => {
    const without = makeRelease(scale, tallyOf(scale), participation, {});
    expect(Object.keys(statementOf(without) ?? {})).toEqual([
      "statementId",
      "noPosition",
      "unanswered",
      "table",
    ]);
    expect(parseRelease(JSON.parse(JSON.stringify(without)))).toEqual(without);
  });

  it("[D28] gives the same table of all together as without groups, and its findings count the groups shown", () => {
    expect(statementOf(release)?.table).toEqual(
      statementOf(makeRelease(scale, tallyOf(scale), participation, {}))?.table,
    );
    expect(findingsOf(asking, release)[0]).toMatchObject({
      key: "generallyFor",
      breadth: { supporting: 1, shown: 2 },
    });
  });

  it("[D28] is not made without a solver to audit it", () => {
    expect(() => makeRelease(asking, tallyOf(asking), participation, {})).toThrow("without a solver");
  });
});
