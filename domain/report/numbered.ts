import type { Block } from "./document";

/** A block that is numbered through the whole document. */
export type Paragraph = Extract<Block, { kind: "paragraph" | "finding" }>;
/** Every other block, which stands by itself. */
export type Standing = Exclude<Block, Paragraph>;

/** Neighbouring paragraphs and findings make one numbered list, as in a document of the United Nations. */
export function numberedLists(blocks: readonly Block[]): (readonly Paragraph[] | Standing)[] {
  const groups: (Paragraph[] | Standing)[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== "paragraph" && block.kind !== "finding") groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}
