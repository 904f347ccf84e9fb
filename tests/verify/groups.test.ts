import { describe, expect, it } from "vitest";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import { BREAKDOWN, withoutBreakdown } from "@/domain/questionnaire/breakdown";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { someAnswers } from "@/tests/support/questionnaire";
import { publishedRoundWithGroups } from "@/tests/support/record";
import { rootOf } from "@/verify/tree";
import { verified } from "@/verify/verify";

const PANEL = 30;
const LAST = PANEL - 1;

/** Eleven name the north, ten the south, two the islands; six prefer not to say, and the last leaves the group out. */
function answersOf(index: number): Answers {
  const answers = someAnswers(index % 2 === 0 ? 4 : 0);
  if (index === LAST) return answers;
  const groupId = index < 11 ? "north" : index < 21 ? "south" : index < 23 ? "islands" : null;
  return { ...answers, [BREAKDOWN]: { kind: "group", groupId } };
}

const [registry, ballot] = await Promise.all([registryDatabase(), ballotDatabase()]);
const { play, record } = await publishedRoundWithGroups(registry, ballot, PANEL, answersOf);
const named = record.leaves[BREAKDOWN] ?? [];

const ownOf = (index: number, answers = answersOf(index)) => ({
  code: recoveryCodeOf(play.participants[index]?.code ?? new Uint8Array(16)),
  answers: JSON.stringify({ version: 1, roundId: play.roundId, answers }),
});
const faultsOf = (changed: object) => verified(JSON.stringify(changed), null).faults;

describe("the record of a round that asks for groups", () => {
  it("[A148] is found right, the groups being one more thing that was asked", () => {
    const { lines, faults } = verified(JSON.stringify(record), null);
    expect(faults).toEqual([]);
    expect(named).toHaveLength(29);
    expect(lines).toContain("179 leaves of 6 questions.");
    const [scale] = record.release.items;
    const shown = scale?.kind === "scale" ? scale.statements[0]?.groups : undefined;
    expect(shown?.map(({ n }) => n)).toEqual([11, 10]);
  });

  it("[A148] has the leaf of each participant's group, named or not told, and of no other", () => {
    for (const index of play.participants.keys()) {
      const { lines, faults } = verified(JSON.stringify(record), ownOf(index));
      expect(faults).toEqual([]);
      const count = index === LAST ? 5 : 6;
      expect(lines).toContain(`${count} of your ${count} answers are among the leaves.`);
    }
    const elsewhere = { ...answersOf(0), [BREAKDOWN]: { kind: "group", groupId: "islands" } as const };
    expect(verified(JSON.stringify(record), ownOf(0, elsewhere)).faults).toEqual([
      "Your answer to “Which group is yours?” (breakdown) is not among the leaves.",
    ]);
  });
});

describe("the leaves of groups that were changed", () => {
  const others = [254, 255].map((byte) => Buffer.alloc(32, byte).toString("base64url"));
  const [, other = ""] = others;
  const held = (list: readonly string[]) => ({ ...record, leaves: { ...record.leaves, [BREAKDOWN]: list } });
  /** The same with the root made anew: what an operator could do before the release. */
  function rooted(list: readonly string[]) {
    const root = rootOf(list.map((leaf) => Buffer.from(leaf, "base64url"))).toString("hex");
    const roots = { ...record.release.roots, [BREAKDOWN]: root };
    return { ...held(list), release: { ...record.release, roots } };
  }
  const leavesOfItems = { ...record.leaves, [BREAKDOWN]: undefined };
  const itemsAlone = withoutBreakdown(record.questionnaire);

  it.each([
    ["one removed", held(named.slice(1)), /“Which group is yours\?” \(breakdown\) has other leaves/],
    ["one added", held([...named, other]), /\(breakdown\) has other leaves/],
    ["one changed", held(named.with(28, other)), /\(breakdown\) has other leaves/],
    ["all left out", { ...record, leaves: leavesOfItems }, /\(breakdown\) has no list of leaves/],
    ["two put into the tree", rooted([...named, ...others]), /31 leaves, more than the 30 responses/],
    ["nine left out of the tree", rooted(named.slice(9)), /20 leaves, fewer than the 21 positions/],
    ["nobody asked", { ...record, questionnaire: itemsAlone }, /“breakdown”, which was not asked/],
  ])("[A149] %s: is said in a sentence", (_what, tampered, sentence) => {
    expect(faultsOf(tampered).some((fault) => sentence.test(fault))).toBe(true);
  });
});
