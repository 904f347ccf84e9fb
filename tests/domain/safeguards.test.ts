import { describe, expect, it } from "vitest";
import { parseRelease } from "@/domain/disclosure/release";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import { plainSentence } from "@/domain/findings/sentence";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import { english } from "../support/english";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  releaseOf,
  scaleItem,
  scaleTally,
} from "../support/release-of";

function findingOf(item: Item, tally: ItemTally, seats = 40): Finding {
  const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, tally, seats));
  if (finding === undefined) throw new Error("an item gives a finding");
  return finding;
}

const ofScale = (counts: number[], seats?: number) =>
  findingOf(scaleItem(counts.length), scaleTally(counts), seats);
const ofChoice = (counts: number[], seats?: number) =>
  findingOf(choiceItem(counts.length), choiceTally(counts), seats);

describe("safeguards", () => {
  it("[F6] the bare subject needs more than half of all seats behind the view", () => {
    expect(ofScale([3, 0, 5, 5, 8], 25).safeguards).not.toContain("amongThoseResponding");
    expect(ofScale([3, 0, 5, 5, 8], 26).safeguards).toContain("amongThoseResponding");
    // 15 or 16 in favour: the least counts.
    expect(ofScale([3, 1, 16], 30).safeguards).toContain("amongThoseResponding");
    expect(ofScale([3, 1, 16], 29).safeguards).not.toContain("amongThoseResponding");
    expect(ofChoice([13, 4, 3], 26).safeguards).toContain("amongThoseResponding");
  });

  it("[F7] fewer than a third of the seats make a finding an indication", () => {
    expect(ofScale([4, 4, 12], 60).safeguards).not.toContain("indicative");
    expect(ofScale([4, 4, 12], 61).safeguards).toContain("indicative");
    expect(ofChoice([13, 4, 3], 61).safeguards).toContain("indicative");
    expect(findingOf(approvalItem(2), approvalTally([10, 8], 20), 61).safeguards).toEqual(["indicative"]);
  });

  it("[F8] opposition is never erased, unless it is shown to be nought", () => {
    expect(ofScale([0, 8, 12]).safeguards).not.toContain("notSharedByAll");
    expect(ofScale([3, 5, 12]).safeguards).toContain("notSharedByAll");
    expect(ofScale([1, 5, 14]).safeguards).toContain("notSharedByAll");
    expect(ofScale([14, 5, 1]).safeguards).toContain("notSharedByAll");
    expect(ofScale([1, 0, 19]).safeguards).not.toContain("notSharedByAll");
  });

  it("[F9] strong opposition is said where it is shown and is a tenth or more, whatever the row", () => {
    expect(ofScale([3, 3, 0, 10, 14]).safeguards).toContain("strongReservations");
    expect(ofScale([3, 3, 0, 10, 15]).safeguards).not.toContain("strongReservations");
    expect(ofScale([3, 3, 1, 10, 13]).safeguards).not.toContain("strongReservations");
    // On a scale of three, the one opposed category says nothing of depth.
    expect(ofScale([6, 4, 20]).safeguards).not.toContain("strongReservations");
  });
});

describe("groups", () => {
  const cell = (count: number) => ({ kind: "count", count }) as const;
  const group = (name: string, inFavour: number, against: number, neither = 0) => ({
    groupId: name,
    name,
    n: inFavour + against + neither,
    sides: { for: cell(inFavour), neither: cell(neither), against: cell(against) },
  });

  /** The finding of 40 with these categories, and these groups shown beside it. */
  function across(counts: number[], groups: unknown[]): Finding {
    const item = scaleItem(counts.length);
    const stored = structuredClone(releaseOf(item, scaleTally(counts), 50)) as object; // as it is read from the database
    const [scale] = (stored as { items: { statements: { groups: unknown }[] }[] }).items;
    for (const statement of scale?.statements ?? []) statement.groups = groups;
    const [finding] = findingsOf(questionnaireOf(item), parseRelease(stored));
    if (finding === undefined) throw new Error("an item gives a finding");
    return finding;
  }
  const said = (finding: Finding) => plainSentence(finding, english);
  const widely = [3, 0, 4, 13, 20];

  it("[F50] where a group shown lacks half, widely and largely become generally, with differences among groups", () => {
    const finding = across(widely, [group("A", 14, 0), group("B", 13, 0), group("C", 6, 7)]);
    expect(finding).toMatchObject({ key: "generallyFor" });
    expect(finding.safeguards).toContain("groupsDiffer");
    expect(said(finding)).toMatch(
      /participants generally supported the proposition, with differences among groups; however/,
    );
    expect(across([20, 13, 4, 0, 3], [group("A", 0, 14), group("C", 7, 6)])).toMatchObject({
      key: "generallyAgainst",
    });
    // Half is not less than half.
    expect(across(widely, [group("A", 14, 0), group("C", 6, 6)])).toMatchObject({ key: "widelyFor" });
  });

  it("[F50] a group that may lack half lowers the row, and is not said to differ unless it surely does", () => {
    const hidden = {
      ...group("C", 6, 7),
      sides: {
        for: { kind: "notShown", from: 6, to: 8 },
        neither: cell(0),
        against: { kind: "notShown", from: 5, to: 7 },
      },
    };
    const finding = across(widely, [group("A", 14, 0), hidden]);
    expect(finding).toMatchObject({ key: "generallyFor" });
    expect(finding.safeguards).not.toContain("groupsDiffer");
  });

  it("[F51] says in how many of the groups shown more than half hold the view", () => {
    const groups = [group("A", 14, 0), group("B", 9, 3), group("C", 6, 6), group("D", 11, 0)];
    expect(across(widely, groups)).toMatchObject({ breadth: { supporting: 3, shown: 4 } });
    expect(said(across(widely, groups))).toMatch(/It was supported in three of the four groups shown\.$/);
    expect(said(across([20, 13, 4, 0, 3], [group("A", 0, 14), group("B", 4, 9)]))).toMatch(
      /More than half did not support it in two of the two groups shown\.$/,
    );
    // Without a direction there is nothing to share, and without groups nothing to count.
    expect(across([8, 8, 8, 8, 8], groups)).not.toHaveProperty("breadth");
    expect(across(widely, [])).not.toHaveProperty("breadth");
  });
});
