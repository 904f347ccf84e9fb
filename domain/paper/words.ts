import { diffArrays } from "diff";
import type { DraftBlock } from "./paper";
import type { Run } from "./shapes";

/** A word, a space or a sign with its marks, or the place where an entry of a list begins. */
export type Piece = Run | { readonly item: true };

/** What stands in both versions, in the earlier alone, or in the later alone. */
export type WordChange = {
  readonly change: "kept" | "removed" | "added";
  readonly pieces: readonly Piece[];
};

const PIECE = /\s+|\p{Script=Han}|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|./gsu;

/** Beyond so many single changes two texts are shown whole, one after the other: nobody could read them woven. */
const MOST_CHANGES = 1_500;

const isItem = (piece: Piece): piece is { readonly item: true } => "item" in piece;

const keyOf = (piece: Piece): string =>
  isItem(piece) ? "item" : JSON.stringify([piece.text, piece.strong, piece.emphasis, piece.address]);

/** A block in the pieces that are compared. */
export function piecesOf(block: DraftBlock): Piece[] {
  const pieces = (runs: readonly Run[]): Piece[] =>
    runs.flatMap((run) => [...run.text.matchAll(PIECE)].map(([text]) => ({ ...run, text })));
  if (block.kind === "heading") return pieces([{ text: block.text }]);
  return [
    ...pieces(block.runs),
    ...block.items.flatMap((item): Piece[] => [{ item: true }, ...pieces(item)]),
  ];
}

const isSpace = ({ change, pieces }: WordChange) =>
  change === "kept" && pieces.every((piece) => !isItem(piece) && piece.text.trim() === "");

/** A space between two changes is no word that was kept: it goes with both, so that a passage reads as one. */
function withoutLoneSpaces(changes: readonly WordChange[]): WordChange[] {
  const spread = changes.flatMap((change, index): WordChange[] => {
    const between = index > 0 && index < changes.length - 1;
    if (!between || !isSpace(change)) return [change];
    return [
      { change: "removed", pieces: change.pieces },
      { change: "added", pieces: change.pieces },
    ];
  });
  const passages: WordChange[] = [];
  let [removed, added]: [Piece[], Piece[]] = [[], []];
  const pass = () => {
    passages.push(...passage(removed, added));
    [removed, added] = [[], []];
  };
  for (const { change, pieces } of spread) {
    if (change === "removed") removed.push(...pieces);
    else if (change === "added") added.push(...pieces);
    else {
      pass();
      passages.push({ change, pieces });
    }
  }
  pass();
  return passages;
}

/** How many pieces two passages begin with alike. */
function beginAlike(one: readonly Piece[], other: readonly Piece[]): number {
  const differs = one.findIndex((piece, at) => {
    const counterpart = other[at];
    return counterpart === undefined || keyOf(piece) !== keyOf(counterpart);
  });
  return differs < 0 ? one.length : differs;
}

/** One changed passage; what both of its sides begin or end with was kept after all. */
function passage(removed: readonly Piece[], added: readonly Piece[]): WordChange[] {
  const begin = beginAlike(removed, added);
  const [oldRest, newRest] = [removed.slice(begin), added.slice(begin)];
  const end = beginAlike(oldRest.toReversed(), newRest.toReversed());
  const parts: WordChange[] = [
    { change: "kept", pieces: removed.slice(0, begin) },
    { change: "removed", pieces: oldRest.slice(0, oldRest.length - end) },
    { change: "added", pieces: newRest.slice(0, newRest.length - end) },
    { change: "kept", pieces: oldRest.slice(oldRest.length - end) },
  ];
  return parts.filter(({ pieces }) => pieces.length > 0);
}

/** How the words of a block became those of another: what was kept and added, read on, is the later one, word for word. */
export function wordChanges(before: DraftBlock, after: DraftBlock): WordChange[] {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const found = diffArrays(old, now, {
    comparator: (one, other) => keyOf(one) === keyOf(other),
    maxEditLength: MOST_CHANGES,
  });
  if (found === undefined) {
    const whole: WordChange[] = [
      { change: "removed", pieces: old },
      { change: "added", pieces: now },
    ];
    return whole.filter(({ pieces }) => pieces.length > 0);
  }
  return withoutLoneSpaces(
    found.map(({ value, added, removed }) => ({
      change: added ? "added" : removed ? "removed" : "kept",
      pieces: value,
    })),
  );
}
