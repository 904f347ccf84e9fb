import { type DraftBlock, plainText } from "./paper";
import type { Block } from "./shapes";

/** From this share of common words on, two paragraphs are one that was reworded. */
const ALIKE = 0.5;

const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;

type Bag = { readonly words: ReadonlyMap<string, number>; readonly size: number };

function bagOf(block: DraftBlock): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const [word] of plainText(block).toLowerCase().matchAll(WORD)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    size += 1;
  }
  return { words, size };
}

/** Dice's coefficient of two bags of words: 1 where they are the same, 0 where they share none. */
function similarity(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 0;
  // No more words can be common than the smaller has.
  if ((2 * Math.min(one.size, other.size)) / (one.size + other.size) < ALIKE) return 0;
  let common = 0;
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}

const keyOf = (block: DraftBlock) => `${block.kind} ${plainText(block)}`;

/**
 * Which block of `before` each block of `after` was made from: the one that reads the same, else of what is left the most
 * alike, with half of the words or more in common; null for a new one. No block is taken twice.
 */
export function alignedWith<Part extends DraftBlock>(
  before: readonly Part[],
  after: readonly DraftBlock[],
): (Part | null)[] {
  const waiting = new Map<string, Part[]>();
  for (const block of before) waiting.set(keyOf(block), [...(waiting.get(keyOf(block)) ?? []), block]);
  const matches = after.map((block): Part | null => waiting.get(keyOf(block))?.shift() ?? null);
  const left = [...waiting.values()].flat().map((block) => ({ block, bag: bagOf(block) }));
  const places = new Map(before.map((block, index) => [block, index]));
  const candidates = after.flatMap((block, index) => {
    if (matches[index] !== null) return [];
    const bag = bagOf(block);
    return left.flatMap((old) => {
      if (old.block.kind !== block.kind) return [];
      const alike = similarity(old.bag, bag);
      const distance = Math.abs((places.get(old.block) ?? 0) - index);
      return alike < ALIKE ? [] : [{ index, old: old.block, alike, distance }];
    });
  });
  const taken = new Set<Part>();
  const best = candidates.toSorted((one, other) => other.alike - one.alike || one.distance - other.distance);
  for (const { index, old } of best) {
    if (matches[index] !== null || taken.has(old)) continue;
    matches[index] = old;
    taken.add(old);
  }
  return matches;
}

/**
 * The blocks with their ids: each keeps that of the block it was made from, in this version as it stood or else in the one
 * before; a new one is drawn an id that none of them has.
 */
export function identified(
  drafted: readonly DraftBlock[],
  known: readonly (readonly Block[])[],
  draw: () => string,
): Block[] {
  const ids: (string | null)[] = drafted.map(() => null);
  const used = new Set<string>();
  for (const blocks of known) {
    const free = blocks.filter(({ id }) => !used.has(id));
    const open = drafted.flatMap((block, index) => (ids[index] === null ? [{ block, index }] : []));
    const found = alignedWith(
      free,
      open.map(({ block }) => block),
    );
    for (const [at, { index }] of open.entries()) {
      const id = found[at]?.id ?? null;
      if (id === null) continue;
      ids[index] = id;
      used.add(id);
    }
  }
  const taken = new Set([...used, ...known.flat().map(({ id }) => id)]);
  const fresh = (): string => {
    const id = draw();
    if (taken.has(id)) return fresh();
    taken.add(id);
    return id;
  };
  return drafted.map((block, index) => ({ ...block, id: ids[index] ?? fresh() }));
}
