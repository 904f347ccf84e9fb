import type { Cell } from "@/domain/disclosure/cell";
import { shareOf } from "./keys";

/** One bar from the start of the drawing; its width in per cent of the drawing. */
export type OptionBar = {
  readonly width: number;
  /** A hidden count is drawn dashed: in a fixed width, or "all or nearly all" in the least width it can have. */
  readonly hidden: boolean;
  /** Whole per cent of n; null where the count is hidden. */
  readonly share: number | null;
  /** Whether the number stands inside the bar, or after it. */
  readonly inside: boolean;
};

const HIDDEN_WIDTH = 2.6;
/** Room for a number after the longest bar. */
const LONGEST = 88;
const INSIDE_FROM = 8;

/** The bar of one option; n is 10 or more. */
export function optionBar(cell: Cell, n: number): OptionBar {
  if (cell.kind === "count") {
    const width = (LONGEST * cell.count) / n;
    return { width, hidden: false, share: shareOf(cell.count, n), inside: width >= INSIDE_FROM };
  }
  const nearlyAll = cell.kind === "allOrNearlyAll";
  return {
    width: nearlyAll ? (LONGEST * cell.from) / n : HIDDEN_WIDTH,
    hidden: true,
    share: null,
    inside: nearlyAll,
  };
}
