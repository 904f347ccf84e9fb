import type { Run } from "./paper";
import type { Piece, WordChange } from "./words";

/** Letters of a line that share a change and marks. */
export type ChangedRun = Run & { readonly change: WordChange["change"] };

/** A line of a paragraph as it is shown with its changes: its lead, or an entry of its list. */
export type ChangedLine = {
  readonly item: boolean;
  /** Whether the entry itself, and not only its words, is new or gone. */
  readonly change: WordChange["change"];
  readonly runs: readonly ChangedRun[];
};

const isItem = (piece: Piece): piece is { readonly item: true } => "item" in piece;

const alike = (one: ChangedRun, other: ChangedRun) =>
  one.change === other.change &&
  one.strong === other.strong &&
  one.emphasis === other.emphasis &&
  one.address === other.address;

/** The lines of a changed paragraph, in which what was left out and what was added stand side by side. */
export function changedLines(words: readonly WordChange[]): ChangedLine[] {
  const lines: { item: boolean; change: WordChange["change"]; runs: ChangedRun[] }[] = [];
  const line = () => {
    const last = lines.at(-1);
    if (last !== undefined) return last;
    const first = { item: false, change: "kept" as const, runs: [] };
    lines.push(first);
    return first;
  };
  for (const { change, pieces } of words) {
    for (const piece of pieces) {
      if (isItem(piece)) {
        lines.push({ item: true, change, runs: [] });
        continue;
      }
      const { runs } = line();
      const run: ChangedRun = { ...piece, change };
      const last = runs.at(-1);
      if (last !== undefined && alike(last, run))
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      else runs.push(run);
    }
  }
  return lines;
}
