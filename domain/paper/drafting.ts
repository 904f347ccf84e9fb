import type { Notice } from "./notice";
import { type DraftBlock, numbered, plainText } from "./paper";
import { canonicalRuns } from "./runs";
import { MOST, type Run } from "./shapes";

/** A paper as it was read from a text or file: its blocks have no ids yet. */
export type DraftPaper = {
  /** Null where it does not begin with one. */
  readonly title: string | null;
  readonly blocks: readonly DraftBlock[];
  readonly notices: readonly Notice[];
};

type RawBlock = { readonly heading: number; readonly text: string } | { runs: Run[]; items: Run[][] };

/** How much of what is left out is quoted, so that it can be found. */
const QUOTED = 60;

/** Takes the parts of a document one after another, from whatever form it is read. */
export class Drafting {
  private readonly blocks: RawBlock[] = [];
  private readonly left = { pictures: 0, tables: [] as string[], links: 0, lists: 0, footnotes: 0 };

  /** A heading of level 1 to 6. */
  heading(level: number, runs: readonly Run[]): void {
    const text = canonicalRuns(runs.map(({ text: letters }) => ({ text: letters })))
      .map(({ text: letters }) => letters)
      .join("");
    if (text !== "") this.blocks.push({ heading: level, text });
  }

  paragraph(given: readonly Run[]): void {
    const runs = this.safe(given);
    if (runs.length > 0) this.blocks.push({ runs, items: [] });
  }

  /** An entry of a list: it belongs to the paragraph before it. `nested` says that its list stood in another. */
  item(given: readonly Run[], nested: boolean): void {
    const runs = this.safe(given);
    if (runs.length === 0) return;
    if (nested) this.left.lists += 1;
    const last = this.blocks.at(-1);
    if (last !== undefined && "items" in last) last.items.push(runs);
    else this.blocks.push({ runs: [], items: [runs] });
  }

  picture(): void {
    this.left.pictures += 1;
  }

  /** A table, known by the words it begins with. */
  table(beginning: string): void {
    this.left.tables.push(beginning.replace(/\s+/g, " ").trim().slice(0, QUOTED));
  }

  footnote(): void {
    this.left.footnotes += 1;
  }

  private safe(given: readonly Run[]): Run[] {
    const runs = canonicalRuns(given);
    const addresses = (list: readonly Run[]) =>
      new Set(list.flatMap(({ address, text }) => (address && text.trim() !== "" ? [address] : [])));
    this.left.links += Math.max(0, addresses(given).size - addresses(runs).size);
    return runs;
  }

  finished(): DraftPaper {
    const [first, ...others] = this.blocks;
    const titled = first !== undefined && "heading" in first && first.heading === 1;
    const rest = titled ? others : this.blocks;
    const highest = Math.min(6, ...rest.flatMap((block) => ("heading" in block ? [block.heading] : [])));
    const blocks = rest.map((block): DraftBlock => {
      if (!("heading" in block)) return { kind: "paragraph", ...block };
      const depth = block.heading - highest;
      return { kind: "heading", level: depth === 0 ? 1 : depth === 1 ? 2 : 3, text: block.text };
    });
    return { title: titled ? first.text : null, blocks, notices: this.notices(blocks) };
  }

  private notices(blocks: readonly DraftBlock[]): Notice[] {
    const { pictures, tables, links, lists, footnotes } = this.left;
    const counted = { pictures, links, lists, footnotes };
    const long = numbered(blocks).filter(({ block }) => plainText(block).length > MOST.paragraph);
    return [
      ...(["pictures", "links", "lists", "footnotes"] as const).flatMap((code): Notice[] =>
        counted[code] === 0 ? [] : [{ code, values: { count: counted[code] } }],
      ),
      ...tables.map((first): Notice => ({ code: "table", values: { first } })),
      ...long.map(
        ({ number }): Notice => ({
          code: "paragraphTooLong",
          values: { number: number ?? 0, most: MOST.paragraph },
        }),
      ),
      ...(blocks.length > MOST.blocks
        ? [{ code: "tooManyParagraphs", values: { most: MOST.blocks } } as const]
        : []),
    ];
  }
}
