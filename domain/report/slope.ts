import { type MovementRow, shownShare } from "@/domain/findings/movement";
import { letterOf } from "./letter";

/** One end of a line: its height in the drawing, the height of its words, and the share that they print. */
type SlopeEnd = { readonly y: number; readonly wordsY: number; readonly percent: number };

export type SlopeLine = {
  readonly id: string;
  /** The key under which drawing, list and table name it: a, b, c … by the order of the item. */
  readonly letter: string;
  readonly text: string;
  readonly before: SlopeEnd;
  readonly now: SlopeEnd;
  /** Whether it is drawn heavy: for a shift alone. */
  readonly shifted: boolean;
};

/** Shares in support in two rounds, joined by lines. Heights are pixels from the top; `height` is the whole drawing's. */
export type Slope = {
  readonly since: number;
  readonly now: number;
  readonly height: number;
  readonly lines: readonly SlopeLine[];
  /** What is not drawn, as a share is hidden in either round. */
  readonly undrawn: readonly Pick<SlopeLine, "id" | "letter" | "text">[];
};

/** Room above and below the shares, pixels for a whole share, and the least distance of words from words. */
const MARGIN = 28;
const LEAST_HEIGHT = 240;
const LINE_OF_WORDS = 17;

/** The slope chart of one item. Rows of which a share is hidden in either round are left to the table. */
export function slopeOf(rows: readonly MovementRow[], rounds: { since: number; now: number }): Slope {
  const drawn = rows.flatMap((row) => {
    const [before, now] = [shownShare(row.before), shownShare(row.now)];
    return before === null || now === null ? [] : [{ row, before, now }];
  });
  const span = Math.max(LEAST_HEIGHT, drawn.length * LINE_OF_WORDS);
  const yOf = (share: number) => Math.round((MARGIN + (1 - share) * span) * 10) / 10;
  const height = span + 2 * MARGIN;
  const wordsBefore = apart(
    drawn.map(({ before }) => yOf(before)),
    height,
  );
  const wordsNow = apart(
    drawn.map(({ now }) => yOf(now)),
    height,
  );
  return {
    ...rounds,
    height,
    undrawn: rows.flatMap(({ id, index, text }) =>
      drawn.some(({ row }) => row.id === id) ? [] : [{ id, letter: letterOf(index), text }],
    ),
    lines: drawn.map(({ row: { id, index, text, key }, before, now }, at) => ({
      id,
      letter: letterOf(index),
      text,
      before: { y: yOf(before), wordsY: wordsBefore[at] ?? 0, percent: Math.round(100 * before) },
      now: { y: yOf(now), wordsY: wordsNow[at] ?? 0, percent: Math.round(100 * now) },
      shifted: key === "shiftedTowards" || key === "shiftedAway",
    })),
  };
}

/** Heights of words as near to these as can be without touching one another or leaving the drawing. */
function apart(heights: readonly number[], height: number): number[] {
  const order = [...heights.keys()].sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed: number[] = [];
  let free = LINE_OF_WORDS / 2;
  for (const index of order) {
    placed[index] = Math.max(heights[index] ?? 0, free);
    free = (placed[index] ?? 0) + LINE_OF_WORDS;
  }
  let limit = height - LINE_OF_WORDS / 2;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - LINE_OF_WORDS;
  }
  return placed;
}
