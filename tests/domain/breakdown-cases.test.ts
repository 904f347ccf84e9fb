import { describe, expect, it } from "vitest";
import { shownGroups } from "@/domain/disclosure/breakdown";
import type { Cell } from "@/domain/disclosure/cell";
import { sideRow } from "@/domain/disclosure/scale";
import { loadSolver } from "@/server/releases/solver";
import { countedOf } from "../support/counted";

const solver = await loadSolver();

/** "7:5" is 7 for and 5 against, "7:1:5" has 1 on neither side; groups stand apart by spaces. */
const sidesIn = (text: string) => text.split(" ").map((group) => group.split(":").map(Number));

function spoken(cell: Cell): string {
  if (cell.kind === "count") return `${cell.count}`;
  return cell.kind === "notShown" ? `${cell.from}–${cell.to}` : cell.kind;
}

/** What is shown of these groups beside those who name none (and how many of each take no position), group by group, and why what is not shown is not. */
function shown(named: string, unnamed = "0", without: readonly number[] = []) {
  const [others] = sidesIn(unnamed);
  const { groups = [], withheld } = shownGroups(
    countedOf({ groups: sidesIn(named), others, without }),
    solver,
  );
  const reasons =
    withheld.kind === "all" ? withheld.reason : Object.fromEntries(withheld.groups.map(reasonOf));
  return [
    Object.fromEntries(groups.map(({ groupId, sides }) => [groupId, sideRow(sides).map(spoken).join(" ")])),
    reasons,
  ];
}
const reasonOf = ({ groupId, reason }: { groupId: string; reason: string }) => [groupId, reason] as const;

const none = (reason: string) => [{}, reason];
const ONE_MIND = "allOrNearlyAll 0–2";

describe("groups", () => {
  it("[D22] are shown by their sides where 10 or more take a position, two of them or more", () => {
    expect(shown("7:5 4:7 5:5")).toEqual([{ g0: "7 5", g1: "4 7", g2: "5 5" }, {}]);
    expect(shown("7:5 4:7 5:4", "3:4")).toEqual([{ g0: "7 5", g1: "4 7" }, { g2: "tooFew" }]);
    expect(shown("7:5 5:4 4:4")).toEqual(none("tooFew"));
    expect(shown("2:2 1:2")).toEqual(none("tooFew"));
  });

  it("[D23] read one and two alike, and all or nearly all, as any table does", () => {
    const [groups] = shown("10:6:8 9:8:7 12:0:0 8:2:4 3:4:5", "3:4:3");
    expect(groups).toMatchObject({
      g0: "10 6 8",
      g2: "allOrNearlyAll 0–2 0–2",
      g3: "8 oneOrTwo 4–5",
    });
  });
});

describe("a hidden count that could be worked out", () => {
  it("[D27] of 12, 11 and 10 with 7, 4 and 8 in favour: withholding only one would leave it alone", () => {
    expect(shown("7:5 4:7 8:2")).toEqual(none("wouldDisclose"));
    // Beside a fourth the two smallest are withheld together.
    expect(shown("7:5 4:7 8:2 9:8")).toEqual([
      { g0: "7 5", g3: "9 8" },
      { g1: "wouldDisclose", g2: "wouldDisclose" },
    ]);
    // With eight who name no group, what is left may be theirs; of three, two who agree would find the third out.
    expect(shown("7:5 4:7 8:2", "4:4")).toEqual([{ g0: "7 5", g1: "4 7", g2: ONE_MIND }, {}]);
    expect(shown("7:5 4:7 8:2", "2:1")).toEqual([{ g0: "7 5", g1: "4 7" }, { g2: "wouldDisclose" }]);
  });

  it("[D27] has the smallest group withheld first, and of several the first", () => {
    expect(shown("7:7 5:5 6:5 6:4", "1:1")[1]).toEqual({ g1: "wouldDisclose" });
  });

  it("[D27] whoever prefers not to say is never all that is left, however many they are", () => {
    expect(shown("6:6 5:6 7:6", "9:8")).toEqual([{ g0: "6 6", g2: "7 6" }, { g1: "wouldDisclose" }]);
    expect(shown("6:6 5:6", "9:8")).toEqual(none("wouldDisclose"));
  });

  it("[D27] groups that are of one mind hide one another; one alone is shown beside one that is withheld", () => {
    expect(shown("12:0 11:0 10:0", "0:5")).toEqual([{ g0: ONE_MIND, g1: ONE_MIND, g2: ONE_MIND }, {}]);
    expect(shown("12:0 6:6 5:5")).toEqual([{ g0: ONE_MIND, g1: "6 6" }, { g2: "wouldDisclose" }]);
    expect(shown("12:0 6:6")).toEqual(none("wouldDisclose"));
  });

  it("[D27] why a group is withheld says that it has 10 positions: where no more are left, they are its own", () => {
    // One who names no group takes no position here, which the reader cannot know, and need not.
    expect(shown("12:0 12:1 10:0", "0:0", [0, 0, 0, 1])).toEqual(none("wouldDisclose"));
  });

  it("[D27] one side gives the opposite one away, and the other groups would tell both", () => {
    expect(shown("8:2 5:6 6:6")).toEqual(none("wouldDisclose"));
    // One against of ten and two of eleven may be the other way round; two and two could not.
    const either = "allOrNearlyAll 1–2";
    expect(shown("9:1 9:2 6:6")).toEqual([{ g0: either, g1: either, g2: "6 6" }, {}]);
    expect(shown("8:2 9:2 6:6")).toEqual([{ g1: ONE_MIND, g2: "6 6" }, { g0: "wouldDisclose" }]);
  });

  it("[D27] hidden in pairs, in the same columns of two groups, counts hide one another; in others they would not", () => {
    expect(shown("8:2:4 9:1:4 6:5:4")).toEqual([
      { g0: "8 oneOrTwo 4–5", g1: "9 oneOrTwo 3–4", g2: "6 5 4" },
      {},
    ]);
    // Of 9, 1 and 3 the 9 is hidden instead, and nothing else of its column is.
    expect(shown("8:2:4 9:1:3 6:5:4")).toEqual(none("wouldDisclose"));
  });
});

describe("a nought", () => {
  it("[D30] of a side on which nobody stands is nought in every group and hides nothing", () => {
    expect(shown("7:0:5 4:0:7 5:0:5", "2:0:1")).toEqual([
      { g0: "7 0 5", g1: "4 0 7" },
      { g2: "wouldDisclose" },
    ]);
  });

  it("[D30] that would only follow from the groups shown is not given away", () => {
    // All who oppose would be in groups shown, so that nobody of the fourth could.
    expect(shown("7:5 11:0 6:6 4:0", "3:0")).toEqual(none("wouldDisclose"));
  });

  it("[D30] of a group that nobody names is hidden among others, so that nobody is seen to stay away", () => {
    expect(shown("6:6 5:6 7:5 0:0", "3:4")).toEqual([
      { g0: "6 6", g2: "7 5" },
      { g1: "wouldDisclose", g3: "tooFew" },
    ]);
    expect(shown("6:6 5:6 7:5 0:0")).toEqual(none("wouldDisclose"));
  });
});
