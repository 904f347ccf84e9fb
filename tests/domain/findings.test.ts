import { describe, expect, it } from "vitest";
import { isDivided, type ScalePhrase, scalePhrase } from "@/domain/consensus/ladder/scale";
import { sideRow } from "@/domain/disclosure/scale";
import { choiceWords } from "@/domain/findings/choice";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import { scaleWords } from "@/domain/findings/scale";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import { allTables } from "../support/reader";
import {
  approvalItem,
  approvalTally,
  questionnaireOf,
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

  it("[F49] no phrase or safeguard tells apart two tables that the release shows alike: all of three sides up to n = 30", () => {
    const item = scaleItem(3);
    const questionnaire = questionnaireOf(item);
    for (let n = 10; n <= 30; n += 1) {
      const said = new Map<string, string>();
      for (const counts of allTables(3, n)) {
        const release = releaseOf(item, scaleTally(counts), 40);
        const [finding] = findingsOf(questionnaire, release);
        if (finding?.kind !== "scale" || finding.figures.kind === "tooFew")
          throw new Error("a scale is released");
        // What the reader sees: each side as a number or a mark, without the product's own ranges.
        const shown = JSON.stringify(
          sideRow(finding.figures.sides).map((cell) => (cell.kind === "count" ? cell.count : cell.kind)),
        );
        const words = JSON.stringify([finding.key, finding.safeguards]);
        if ((said.get(shown) ?? words) !== words) expect.fail(`${counts}: ${words}, not ${said.get(shown)}`);
        said.set(shown, words);
      }
      expect(said.size).toBeGreaterThan(1);
    }
  });

  it("[F34] exactly one row of the ladder holds for any counts", () => {
    // The ladder as findings are specified, row by row in its order and written apart from the product's code.
    const rows = (F: number, O: number, n: number): [ScalePhrase, boolean][] => [
      ["tooFew", n < 10],
      ["divided", 3 * F >= n && 3 * O >= n],
      ["widelyFor", 5 * F >= 4 * n && 10 * O <= n],
      ["widelyAgainst", 5 * O >= 4 * n && 10 * F <= n],
      ["largelyFor", 10 * F >= 7 * n && 20 * O < 3 * n],
      ["largelyAgainst", 10 * O >= 7 * n && 20 * F < 3 * n],
      ["generallyFor", 3 * F >= 2 * n],
      ["generallyAgainst", 3 * O >= 2 * n],
      ["majorityFor", 2 * F > n],
      ["majorityAgainst", 2 * O > n],
      ["noCommonView", true],
    ];
    for (let n = 0; n <= 40; n += 1)
      for (const [opposed = 0, , favourable = 0] of allTables(3, n)) {
        const first = rows(favourable, opposed, n).find(([, holds]) => holds)?.[0];
        if (scalePhrase({ favourable, opposed, n }) !== first)
          expect.fail(`${favourable}, ${opposed} of ${n}`);
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

  it("[F13] open answers are counted", () => {
    const text: ItemTally = {
      kind: "text",
      answered: { mayBeReflected: 4, notToBeReflected: 3 },
      unanswered: 9,
    };
    expect(findingOf(textItem, text)).toMatchObject({ kind: "text", n: 7, unanswered: 9 });
  });
});
