import { describe, expect, it } from "vitest";
import { FIRST_PAPER, POINTERS, REASONS, SECOND_PAPER } from "@/bin/demo/paper-texts";
import { identified } from "@/domain/paper/alignment";
import { changedId, changesBetween, isChange } from "@/domain/paper/changes";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { obstaclesIn } from "@/domain/paper/notice";
import { paragraphsOf } from "@/domain/paper/paper";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";

let drawn = 0;
const draw = () => {
  drawn += 1;
  return `p-${drawn}`;
};

const [first, second] = [paperFromMarkdown(FIRST_PAPER), paperFromMarkdown(SECOND_PAPER)];
const before = identified(first.blocks, [], draw);
const after = identified(second.blocks, [before], draw);
const idOf = (blocks: typeof before, beginning: string) =>
  paragraphsOf({ blocks }).find(({ paragraph }) => paragraph.runs[0]?.text.startsWith(beginning))?.paragraph
    .id;

/** The keys that findings of the template's items can have. */
const keys = itemsOf(dsr2011Questionnaire).flatMap((item) =>
  item.kind === "scale"
    ? item.statements.map(({ id }) => `finding/1/${item.id}/${id}`)
    : [`finding/1/${item.id}`],
);

describe("the demonstration's paper", () => {
  it("[N25] its versions are papers, and its items point at one paragraph that both versions have", () => {
    expect(obstaclesIn([...first.notices, ...second.notices])).toEqual([]);
    expect(first.title).toBe(second.title);
    for (const [itemId, beginning] of Object.entries(POINTERS)) {
      expect(itemsOf(dsr2011Questionnaire).map(({ id }) => id)).toContain(itemId);
      expect(idOf(before, beginning)).toBe(idOf(after, beginning));
      expect(idOf(after, beginning)).toBeDefined();
    }
  });

  it("[N25] every reason explains a paragraph that changed, by findings that the first round can have", () => {
    const changed = changesBetween({ blocks: before }, { blocks: after }).filter(isChange).map(changedId);
    for (const { beginning, findings } of REASONS) {
      expect(changed).toContain(idOf(after, beginning));
      expect(keys).toEqual(expect.arrayContaining([...findings]));
    }
  });
});
