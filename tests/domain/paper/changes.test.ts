import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignedWith, identified } from "@/domain/paper/alignment";
import { changesBetween } from "@/domain/paper/changes";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { changedLines } from "@/domain/paper/lines";
import type { Block } from "@/domain/paper/paper";
import { piecesOf, type WordChange } from "@/domain/paper/words";
import { drawnMarkdown } from "@/tests/support/drawn-papers";

const counting = () => {
  let last = 0;
  return () => {
    last += 1;
    return `p-${last}`;
  };
};

/** A version in its blocks, drawn from the one before it: some paragraphs kept, some changed, some moved or gone. */
function next(before: readonly Block[], markdown: string, turns: readonly number[], draw: () => string) {
  const kept = before.filter((_, index) => turns[index] !== 0);
  const moved = turns[0] === 1 ? kept.toReversed() : kept;
  const changed = moved.map((block, index) =>
    turns[index] === 2 && block.kind === "paragraph"
      ? { ...block, runs: [...block.runs.slice(1), { text: "and so on" }] }
      : block,
  );
  const drafted = [...changed, ...paperFromMarkdown(markdown).blocks].map(({ ...block }) => {
    if ("id" in block) delete (block as { id?: string }).id; // drafted blocks have none
    return block;
  });
  return identified(drafted, [before], draw);
}

const twoVersions = fc
  .tuple(drawnMarkdown, drawnMarkdown, fc.array(fc.nat(3), { maxLength: 20 }))
  .map(([first, second, turns]) => {
    const draw = counting();
    const before = identified(paperFromMarkdown(first).blocks, [], draw);
    return { before, after: next(before, second, turns, draw) };
  });

const side = (words: readonly WordChange[], left: WordChange["change"]) =>
  words.filter(({ change }) => change !== left).flatMap(({ pieces }) => pieces);

describe("the way from one version to the next", () => {
  it("[N7] what was kept and what was added, read on, is the later version word for word; with what was left out, the earlier", () => {
    fc.assert(
      fc.property(twoVersions, ({ before, after }) => {
        const changes = changesBetween({ blocks: before }, { blocks: after });
        const later = changes.flatMap((change) => (change.kind === "removed" ? [] : [change]));
        expect(later.map((change) => change.after.block)).toEqual(after);
        for (const change of later)
          if (change.kind !== "added") {
            expect(side(change.words, "removed")).toEqual(piecesOf(change.after.block));
            expect(side(change.words, "added")).toEqual(piecesOf(change.before.block));
          }
        const earlier = changes.flatMap((change) => ("before" in change ? [change.before.block.id] : []));
        expect(earlier.toSorted()).toEqual(before.map(({ id }) => id).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  it("[N8] an id belongs to one paragraph, and stays with it while half of its words do", () => {
    fc.assert(
      fc.property(twoVersions, ({ before, after }) => {
        for (const blocks of [before, after])
          expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
        const again = identified(after, [after, before], () => "new");
        expect(again).toEqual(after);
      }),
      { numRuns: 150 },
    );
    const [advice, training] = identified(
      paperFromMarkdown("The United Nations gives advice on request.\n\nIt trains officers.").blocks,
      [],
      counting(),
    );
    const reworded = paperFromMarkdown(
      "It trains officers.\n\nSomething else altogether.\n\nThe United Nations gives technical advice on request alone.",
    ).blocks;
    const found = identified(reworded, [[advice, training].flatMap((one) => one ?? [])], counting());
    expect(found.map(({ id }) => id)).toEqual([training?.id, "p-3", advice?.id]);
  });

  it("[N9] a paragraph that stands elsewhere among the others is said to have moved, and no other", () => {
    const before = identified(paperFromMarkdown("alpha\n\nbeta\n\ngamma\n\ndelta").blocks, [], counting());
    const order = [3, 0, 1, 2].flatMap((at) => before[at] ?? []);
    const changes = changesBetween({ blocks: before }, { blocks: order });
    expect(changes.map((change) => "moved" in change && change.moved)).toEqual([true, false, false, false]);
    expect(alignedWith(before, order)).toEqual(order);
  });

  it("[N10] a passage whose words all changed reads as one: left out as a whole, then added as a whole", () => {
    const [before, after] = [
      "It may give advice on request.",
      "It may support national reform on request.",
    ].map((text) => identified(paperFromMarkdown(text).blocks, [], () => "p-1"));
    const [change] = changesBetween({ blocks: before ?? [] }, { blocks: after ?? [] });
    const [line] = changedLines(change !== undefined && "words" in change ? change.words : []);
    expect(line?.runs).toEqual([
      { change: "kept", text: "It may " },
      { change: "removed", text: "give advice" },
      { change: "added", text: "support national reform" },
      { change: "kept", text: " on request." },
    ]);
  });
});
