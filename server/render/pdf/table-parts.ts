import "server-only";
import type { ReportTable } from "@/domain/report/document";
import { isHeld } from "@/domain/report/held";
import { type Language, worded } from "@/domain/report/wording";

/** A table as the template sets it: words, which cells stand for a hidden count, and the share of each column. */
export function tableParts({ of, columns, rows }: ReportTable, language: Language) {
  const heads = columns.map((column) => worded(column, language));
  const body = rows.map(({ heading, cells, across }) => ({
    heading: worded(heading, language),
    across: across === true,
    cells: cells.map((cell) => ({ text: worded(cell, language), held: isHeld(cell) })),
  }));
  const texts = heads.map((head, index) => [
    head,
    ...body
      .filter(({ across }) => !across || index === 0)
      .map(({ heading, cells }) => (index === 0 ? heading : (cells[index - 1]?.text ?? ""))),
  ]);
  const sizes = texts.map((column, index) => sizeOf(column, of === "figures", index === 0));
  return { figures: of === "figures", columns: heads, ...spread(sizes), rows: body };
}

/** Characters beyond which a column grows no wider: words wrap, and figures need little. */
const WIDEST = { words: 44, figures: 16 } as const;
/** A word of more characters, as a head may hold, is divided. */
const UNDIVIDED = { words: 64, figures: 9 } as const;
const NARROWEST = 4;
/** Room for the headings of rows before any other column gets more than it needs. */
const ROW_HEADINGS = 22;
/** What stands between two columns, in characters. */
const BETWEEN = 2;

/** The characters that a column needs at least, for its longest word, and those that it would fill. */
type Size = { readonly needed: number; readonly wanted: number };

function sizeOf(texts: readonly string[], ofFigures: boolean, ofHeadings: boolean): Size {
  const kind = ofFigures && !ofHeadings ? "figures" : "words";
  const longest = (lengths: readonly number[]) => Math.max(NARROWEST, ...lengths);
  const word = longest(texts.flatMap((one) => one.split(" ").map(({ length }) => length)));
  const text = longest(texts.map(({ length }) => length));
  const least = ofFigures && ofHeadings ? Math.min(text, ROW_HEADINGS) : 0;
  const needed = Math.max(least, Math.min(word, UNDIVIDED[kind])) + BETWEEN;
  return { needed, wanted: Math.max(needed, Math.min(text, WIDEST[kind]) + BETWEEN) };
}

/** Points: where columns want more than the page has, words are smaller; smallest where else a word would be divided. */
const TYPE = { least: 6.5, small: 7.5, most: 8.5 } as const;
/** Width of the text of a page in points, and of an average character of a head in its size. */
const PAGE_WIDTH = 448;
const CHARACTER = 0.56;

/** What each column needs, and of what is left as much as it would fill more; with the size of type that makes room. */
function spread(sizes: readonly Size[]) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const needed = sum(sizes.map((size) => size.needed));
  const more = sum(sizes.map((size) => size.wanted)) - needed;
  const typeFor = (characters: number) => PAGE_WIDTH / (characters * CHARACTER);
  const roomy = Math.min(TYPE.most, Math.max(TYPE.small, typeFor(needed + more)));
  const type = Math.max(TYPE.least, Math.min(roomy, typeFor(needed)));
  const left = Math.max(0, PAGE_WIDTH / (type * CHARACTER) - needed);
  const widths = sizes.map(
    (size) => size.needed + (more === 0 ? 0 : (left * (size.wanted - size.needed)) / more),
  );
  return { widths, type };
}
