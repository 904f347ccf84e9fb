import { type Block, numbered, type Paper, type Placed } from "./paper";
import { type WordChange, wordChanges } from "./words";

/** What became of a paragraph or heading from one version to the next. */
export type BlockChange =
  | {
      readonly kind: "kept" | "changed";
      readonly before: Placed;
      readonly after: Placed;
      /** It stands elsewhere among the others. */
      readonly moved: boolean;
      readonly words: readonly WordChange[];
    }
  | { readonly kind: "added"; readonly after: Placed }
  | { readonly kind: "removed"; readonly before: Placed };

/** The id under which a change is known, and why it was made. */
export const changedId = (change: BlockChange): string =>
  change.kind === "removed" ? change.before.block.id : change.after.block.id;

/** Whether something changed that a reader would want to have explained. */
export const isChange = (change: BlockChange): boolean =>
  change.kind === "added" || change.kind === "removed" || change.kind === "changed" || change.moved;

/** The places of the longest rising subsequence: what stays in order while the rest moves. */
function inOrder(places: readonly number[]): Set<number> {
  /** At each length, the index of the smallest place that such a subsequence ends with. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(places[at] ?? 0);
  return kept;
}

/**
 * The way from one version to the next, in the order of the later one; what was left out stands after what it stood after.
 * Paragraphs are the same where their ids are.
 */
export function changesBetween(earlier: Pick<Paper, "blocks">, later: Pick<Paper, "blocks">): BlockChange[] {
  const before = numbered(earlier.blocks);
  const places = new Map<string, number>(before.map(({ block }, index) => [block.id, index]));
  const after = numbered(later.blocks);
  const found = after.flatMap(({ block }) => places.get(block.id) ?? []);
  const stays = inOrder(found);
  const changes = after.map((placed): BlockChange => {
    const place = places.get(placed.block.id);
    const old = place === undefined ? undefined : before[place];
    if (place === undefined || old === undefined || old.block.kind !== placed.block.kind)
      return { kind: "added", after: placed };
    const words = wordChanges(old.block, placed.block);
    const same = words.every(({ change }) => change === "kept") && sameLevel(old.block, placed.block);
    return { kind: same ? "kept" : "changed", before: old, after: placed, moved: !stays.has(place), words };
  });
  return withRemoved(before, changes);
}

const sameLevel = (one: Block, other: Block): boolean =>
  one.kind !== "heading" || other.kind !== "heading" || one.level === other.level;

/** Puts what was left out after the block that it stood after, or first where it stood first. */
function withRemoved(before: readonly Placed[], changes: readonly BlockChange[]): BlockChange[] {
  const still = new Set(changes.flatMap((change) => ("before" in change ? [change.before.block.id] : [])));
  const after = new Map<string | null, BlockChange[]>();
  let last: string | null = null;
  for (const placed of before) {
    if (still.has(placed.block.id)) last = placed.block.id;
    else after.set(last, [...(after.get(last) ?? []), { kind: "removed", before: placed }]);
  }
  return [
    ...(after.get(null) ?? []),
    ...changes.flatMap((change) =>
      "before" in change ? [change, ...(after.get(change.before.block.id) ?? [])] : [change],
    ),
  ];
}
