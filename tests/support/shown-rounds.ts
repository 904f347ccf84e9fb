import { type ItemMovement, movementOf, type ShownRound } from "@/domain/findings/movement";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import { questionnaireOf, releaseOf } from "./release-of";

/** A round that asked one item, and what it showed. */
export const shownRound = (number: number, item: Item, tally: ItemTally): ShownRound => ({
  number,
  questionnaire: questionnaireOf(item),
  release: releaseOf(item, tally),
});

/** The movement of that item since an earlier round. */
export function moved(before: ShownRound, now: ShownRound): ItemMovement {
  const [movement] = movementOf(now, [before]);
  if (movement === undefined) throw new Error("the item is carried over");
  return movement;
}
