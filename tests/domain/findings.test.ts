import { describe, expect, it } from "vitest";
import { isDivided, type ScalePhrase, scalePhrase } from "@/domain/consensus/ladder/scale";
import { choiceWords } from "@/domain/findings/choice";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import { scaleWords } from "@/domain/findings/scale";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import { allTables } from "../support/reader";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  releasedChoice,
  releasedScale,
  releaseOf,
  scaleItem,
  scaleTally,
  textItem,
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

/** What a row claims of exact shares, written from the ladder's table and not from its code. */
function holdsOf(phrase: ScalePhrase, [against = 0, neither = 0, inFavour = 0]: readonly number[]): boolean {
  const n = against + neither + inFavour;
  const [F, O] = phrase.endsWith("Against") ? [against / n, inFavour / n] : [inFavour / n, against / n];
  const slack = 1e-9;
  if (phrase.startsWith("nearlyAll")) return F * n >= n - 2 - slack;
  if (phrase.startsWith("widely")) return F >= 0.8 - slack && O <= 0.1 + slack;
  if (phrase.startsWith("largely")) return F >= 0.7 - slack && O < 0.15 + slack;
  if (phrase.startsWith("generally")) return F >= 2 / 3 - slack;
  if (phrase.startsWith("majority")) return F > 0.5;
  return phrase !== "divided" || (F >= 1 / 3 - slack && O >= 1 / 3 - slack);
}

describe("words come from the release", () => {
  it("[F1] no phrase claims more than any table that the release shows alike: all of three sides up to n = 30", () => {
    for (let n = 10; n <= 30; n += 1) {
      const groups = new Map<string, { phrase: ScalePhrase; tables: number[][] }>();
      for (const counts of allTables(3, n)) {
        const table = releasedScale(counts);
        const key = JSON.stringify(table);
        const group = groups.get(key) ?? { phrase: scaleWords(table), tables: [] };
        groups.set(key, { ...group, tables: [...group.tables, counts] });
      }
      for (const { phrase, tables } of groups.values())
        for (const counts of tables) if (!holdsOf(phrase, counts)) expect.fail(`${phrase} of ${counts}`);
    }
  });

  it("[F2] where every count is shown, the phrase is the row of the exact counts", () => {
    for (const counts of allTables(3, 21)) {
      const table = releasedScale(counts);
      if (table.kind !== "categories") continue;
      const [opposed = 0, , favourable = 0] = counts;
      expect(scaleWords(table)).toBe(scalePhrase({ favourable, opposed, n: 21 }));
    }
  });

  it("[F3] says that views were divided only if every table that is possible is divided", () => {
    expect(scaleWords(releasedScale([7, 6, 7]))).toBe("divided");
    // 10 for, one or two neither, 8 or 9 against: divided whichever it is.
    expect(scaleWords(releasedScale([9, 1, 10]))).toBe("divided");
    // 6 or 7 against of 20 is a third only if it is 7: then the row is passed over.
    expect(isDivided({ favourable: 12, opposed: 7, n: 20 })).toBe(true);
    expect(scaleWords(releasedScale([7, 1, 12]))).toBe("majorityFor");
    expect(scaleWords(releasedScale([6, 2, 12]))).toBe("majorityFor");
  });

  it("[F4] says nothing of a direction where nearly all are on neither side", () => {
    expect(scaleWords(releasedScale([0, 19, 1]))).toBe("noCommonView");
    expect(scaleWords(releasedScale([19, 1, 0]))).toBe("nearlyAllAgainst");
    expect(scaleWords(releasedScale([0, 1, 19]))).toBe("nearlyAllFor");
  });

  it("[F5] a choice takes the least-claiming row, and no option where the leading one may differ", () => {
    // 10, then one or two, then 8 or 9: ahead by a tenth or less, so it may be divided.
    expect(choiceWords(releasedChoice([10, 1, 9]))).toEqual({ key: "dividedBetween", named: ["o0", "o2"] });
    expect(choiceWords(releasedChoice([13, 4, 3]))).toEqual({ key: "majorityPreferred", named: ["o0"] });
    expect(choiceWords(releasedChoice([1, 19, 0]))).toEqual({ key: "nearlyAllPreferred", named: ["o1"] });
    expect(choiceWords(releasedChoice([3, 3, 3, 1]))).toEqual({ key: "noOptionBroadSupport", named: [] });
    expect(choiceWords(releasedChoice([8, 8, 4]))).toEqual({ key: "dividedBetween", named: ["o0", "o1"] });
    // The first is hidden and may be 5, 6 or 7; the second is 6: they may change places.
    expect(choiceWords(releasedChoice([5, 6, 2, 2]))).toEqual({ key: "noOptionBroadSupport", named: [] });
  });
});

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

describe("findings", () => {
  it("[F10] one per statement, one per other item, each with n, seats, no position, unanswered and its figures", () => {
    const tally: ItemTally = {
      kind: "scale",
      statements: { s0: { counts: [4, 4, 12], noPosition: 5, unanswered: 2 } },
    };
    expect(findingOf(scaleItem(3), tally)).toMatchObject({
      agendaQuestionId: "q1",
      itemId: "scale",
      statementId: "s0",
      n: 20,
      seats: 40,
      noPosition: 5,
      unanswered: 2,
      figures: { kind: "categories", n: 20 },
    });
  });

  it("[F11] an approval lists its options by released support; not ticking is never opposing", () => {
    const finding = findingOf(approvalItem(4), approvalTally([7, 30, 1, 36], 37));
    expect(finding).toMatchObject({
      options: [
        { optionId: "o3", key: "nearlyAllSupported", amongThoseResponding: false },
        { optionId: "o1", key: "widelySupported", amongThoseResponding: false },
        { optionId: "o0", key: "limitedSupport", amongThoseResponding: false },
        { optionId: "o2", key: "limitedSupport", amongThoseResponding: false },
      ],
    });
    expect(JSON.stringify(finding)).not.toContain("notSharedByAll");
  });

  it("[F12] an option whose figures are hidden takes the least of the rows left, and none where that would say little", () => {
    const item = approvalItem(3, { minimum: 1, maximum: 1 });
    // The first may be 8, 9 or 10 of 19: some support, perhaps a majority.
    expect(findingOf(item, approvalTally([10, 9, 0], 19))).toMatchObject({
      options: [
        { optionId: "o1", key: "someSupport" },
        { optionId: "o0", key: "someSupport" },
        { optionId: "o2", key: "limitedSupport" },
      ],
    });
    // The first may be 6, 7 or 8 of 21: a third or less.
    expect(findingOf(item, approvalTally([8, 13, 0], 21))).toMatchObject({
      options: [{ optionId: "o1" }, { optionId: "o0", key: "notShown" }, { optionId: "o2" }],
    });
  });

  it("[F13] open answers are counted and a ranking gives its released pairs", () => {
    const text: ItemTally = {
      kind: "text",
      answered: { mayBeReflected: 4, notToBeReflected: 3 },
      unanswered: 9,
    };
    expect(findingOf(textItem, text)).toMatchObject({ kind: "text", n: 7, unanswered: 9 });
    const tally: ItemTally = {
      kind: "ranking",
      options: ["o0", "o1"],
      answered: 20,
      prefers: [
        [0, 12],
        [8, 0],
      ],
      complete: 20,
      doubledRankSums: [56, 64],
      tieTerms: 0,
      noPosition: 1,
      unanswered: 0,
    };
    expect(findingOf(rankingItem(2), tally)).toMatchObject({
      key: "pairs",
      figures: {
        pairs: [{ prefersFirst: { count: 12 }, prefersSecond: { count: 8 }, neither: { count: 0 } }],
      },
    });
  });
});
