import { describe, expect, it } from "vitest";
import type { ReleasedItem } from "@/domain/disclosure/release";
import { cellsOf } from "@/domain/disclosure/table";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { answersExposed, countsTold, pairsOf, read } from "../support/intruder/intruder";
import type { Subject } from "../support/intruder/subject";
import { publishedRound } from "../support/published-round";
import { approvalItem, choiceItem, questionnaireOf, rankingItem, scaleItem } from "../support/release-of";

/** So many of the same. */
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const choosing = (...counts: number[]): Answers[] =>
  counts.flatMap((count, option) =>
    times(count, { choice: { kind: "choice" as const, option: `o${option}` } }),
  );

/** The same release with one thing in it said otherwise; there must be such a thing. */
function weakened(published: string, before: object, after: object): string {
  const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
  if (!published.includes(from)) throw new Error(`${from} is not published`);
  return published.replace(from, to);
}

/** The same release with its only item made anew. */
function remade(published: string, remake: (item: ReleasedItem) => object): string {
  const release: { items: ReleasedItem[] } = JSON.parse(published);
  return JSON.stringify({ ...release, items: release.items.map(remake) });
}

const count = (number: number) => ({ kind: "count", count: number });
const oneOrTwo = { kind: "oneOrTwo", from: 1, to: 2 };

const choice = questionnaireOf(choiceItem(3));

const told = (questionnaire: Questionnaire, published: string) =>
  read(published, questionnaire).flatMap(countsTold);

const exposed = (subjects: readonly Subject[], responses: readonly Answers[]) =>
  subjects.flatMap((subject) => pairsOf(subject, responses).flatMap((pair) => answersExposed(subject, pair)));

describe("an intruder who has a release that is too weak", () => {
  it("[D44] works out a count of one that is shown, or whose neighbour is", () => {
    const safe = publishedRound(choice, choosing(10, 1, 9));
    expect(told(choice, safe)).toEqual([]);
    expect(told(choice, weakened(safe, oneOrTwo, count(1)))).toContain("choice, cell 1 of 3 is 1");
    const neighbour = weakened(safe, { kind: "notShown", from: 8, to: 9 }, count(9));
    expect(told(choice, neighbour)).toContain("choice, cell 1 of 3 is 1");
  });

  it("[D44] finds out the others with another insider, where n − 2 is shown as it is", () => {
    const responses = choosing(13, 2, 0);
    const safe = publishedRound(choice, responses);
    const weak = remade(safe, (item) => ({
      ...item,
      table: {
        kind: "options",
        n: 15,
        options: [count(13), oneOrTwo, count(0)].map((cell, at) => ({ optionId: `o${at}`, cell })),
      },
    }));
    expect(exposed(read(safe, choice), responses)).toEqual([]);
    expect(exposed(read(weak, choice), responses)).toEqual([
      "choice: all others answered 0, as [[1],[1]] know",
    ]);
  });

  it("[D44] works out an option that the bounds of an approval tell", () => {
    const open = questionnaireOf(approvalItem(4));
    const bound = questionnaireOf(approvalItem(4, { minimum: 2, maximum: 2 }));
    const responses = [
      ...times(2, ["o0", "o2"]),
      ...times(4, ["o0", "o1"]),
      ...times(1, ["o0", "o3"]),
      ...times(3, ["o1", "o3"]),
    ].map((options): Answers => ({ approval: { kind: "approval", options } }));
    expect(told(bound, publishedRound(bound, responses))).toEqual([]);
    expect(told(bound, publishedRound(open, responses))).toContain("approval o2, cell 0 of 2 is 2");
  });

  it("[D44] works out a pair of a ranking where each is audited by itself", () => {
    const questionnaire = questionnaireOf(rankingItem(4));
    const responses = [
      ...times(5, [["o2"], ["o0", "o1", "o3"]]),
      ...times(5, [["o0"], ["o1"], ["o2", "o3"]]),
      ...times(1, [["o0", "o2"], ["o1"], ["o3"]]),
    ].map((places): Answers => ({ ranking: { kind: "ranking", places } }));
    const counts = [
      [6, 0, 5],
      [5, 5, 1],
      [6, 0, 5],
      [5, 6, 0],
      [6, 0, 5],
      [6, 0, 5],
    ];
    const safe = publishedRound(questionnaire, responses);
    const weak = remade(safe, (item) => {
      if (item.kind !== "ranking" || item.table.kind !== "pairs") throw new Error("a ranking was released");
      const pairs = item.table.pairs.map(({ first, second }, at) => {
        const [prefersFirst, prefersSecond, neither] = cellsOf(counts[at] ?? []);
        return { first, second, prefersFirst, prefersSecond, neither };
      });
      return { ...item, table: { ...item.table, pairs } };
    });
    expect(told(questionnaire, safe)).toEqual([]);
    expect(told(questionnaire, weak)).toContain("ranking o0 o2, cell 2 of 3 is 1");
  });
});

describe("an intruder who has a release with groups", () => {
  const questionnaire = questionnaireOf(scaleItem(2));
  /** Groups of 12, 11 and 10, of whom 7, 4 and 8 are in favour. */
  const GROUPS = [
    { id: "a", n: 12, support: 7 },
    { id: "b", n: 11, support: 4 },
    { id: "c", n: 10, support: 8 },
  ];
  const responses = GROUPS.flatMap(({ id, n, support }) =>
    Array.from(
      { length: n },
      (_, at): Answers => ({
        scale: { kind: "scale", marks: { s0: at < support ? 1 : 0 } },
        breakdown: { kind: "group", groupId: id },
      }),
    ),
  );

  const withGroups = (...shown: string[]) =>
    remade(publishedRound(questionnaire, responses), (item) => {
      if (item.kind !== "scale") throw new Error("a scale was released");
      const groups = GROUPS.filter(({ id }) => shown.includes(id)).map(({ id, n, support }) => {
        const [inFavour, against] = cellsOf([support, n - support]);
        return { groupId: id, name: id, n, sides: { for: inFavour, neither: null, against } };
      });
      return { ...item, statements: item.statements.map((statement) => ({ ...statement, groups })) };
    });
  const subjects = (...shown: string[]) => read(withGroups(...shown), questionnaire);

  it("[D45] works out a group that is withheld alone, from the others and the total", () => {
    expect(subjects("a", "b").flatMap(countsTold)).toContain(
      "scale s0 in none of the groups shown, cell 0 of 2 is 2",
    );
    expect(exposed(subjects("a", "b"), responses)).toEqual([
      "scale s0 in none of the groups shown: all others answered 1, as [[null,null,0,0],[null,null,0,0]] know",
    ]);
  });

  it("[D45] works out a group that reads “all or nearly all” beside all the others and the total", () => {
    expect(subjects("a", "b", "c").flatMap(countsTold)).toEqual([
      "scale s0 in c, cell 0 of 2 is 2",
      "scale s0 in c, cell 1 of 2 is 8",
    ]);
  });

  it("[D45] finds nothing where two groups are withheld", () => {
    expect(subjects("a").flatMap(countsTold)).toEqual([]);
    expect(exposed(subjects("a"), responses)).toEqual([]);
  });
});
