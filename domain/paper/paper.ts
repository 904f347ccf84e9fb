import type { Block, Paper, Paragraph, Run } from "./shapes";

export type { Block, Paper, Paragraph, Reason, Reasons, Run } from "./shapes";

/** A block before it has an id. */
export type DraftBlock = Omit<Extract<Block, { kind: "heading" }>, "id"> | Omit<Paragraph, "id">;

/** A block in its place; `number` is that of a paragraph, null of a heading. */
export type Placed<Part = Block> = { readonly block: Part; readonly number: number | null };

/** Every block with its number: paragraphs run 1, 2, 3 … through the whole paper, whatever headings stand between. */
export function numbered<Part extends DraftBlock>(blocks: readonly Part[]): Placed<Part>[] {
  let last = 0;
  return blocks.map((block) => {
    if (block.kind === "paragraph") last += 1;
    return { block, number: block.kind === "paragraph" ? last : null };
  });
}

/** A paragraph with its number, and the heading that it stands under. */
export type NumberedParagraph = {
  readonly number: number;
  readonly heading: string | null;
  readonly paragraph: Paragraph;
};

/** The paragraphs of a paper in their order. */
export function paragraphsOf({ blocks }: Pick<Paper, "blocks">): NumberedParagraph[] {
  let heading: string | null = null;
  return numbered(blocks).flatMap(({ block, number }) => {
    if (block.kind === "heading") heading = block.text;
    return block.kind === "paragraph" && number !== null ? [{ number, heading, paragraph: block }] : [];
  });
}

const lineOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

/** The words of a block without any mark; entries of a list stand on lines of their own. */
export function plainText(block: DraftBlock): string {
  if (block.kind === "heading") return block.text;
  return [block.runs, ...block.items]
    .map(lineOf)
    .filter((line) => line !== "")
    .join("\n");
}
