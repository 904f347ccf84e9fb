import { type Range, SMALLEST_SHOWN } from "./cell";
import { isOpen, narrowed } from "./range";

/** How one option's yes and no are shown; a number is the count of yes. */
export type ApprovalMark = number | "nearlyAllYes" | "nearlyAllNo" | "hidden";

/**
 * What all approvals of an item may add up to, from its minimum and maximum per answer. Nothing else ties the options
 * together: any counts of yes, each up to n, whose sum lies between these can come from n answers within the bounds.
 */
export type Bounds = { readonly least: number; readonly most: number };

/** Rules 2 and 3 for the counts of yes among n answers (10 or more), all options together. */
export function approvalMarks(yes: readonly number[], n: number, bounds: Bounds): ApprovalMark[] {
  let marks = yes.map((count): ApprovalMark => {
    if (count >= n - 2) return "nearlyAllYes";
    return count <= 2 ? "nearlyAllNo" : count;
  });
  while (!isSafe(marks, n, bounds)) {
    const candidates = smallestFirst(marks, n);
    const [smallest] = candidates;
    if (smallest === undefined) return yes.map(() => "hidden");
    const shown = marks;
    marks = hiding(shown, candidates.find((index) => isSafe(hiding(shown, index), n, bounds)) ?? smallest);
  }
  return marks;
}

/** The counts of yes that what is shown leaves possible, per option. */
export function approvalRanges(marks: readonly ApprovalMark[], n: number, bounds: Bounds): Range[] {
  const nothing = marks.every((mark) => mark === "hidden");
  return narrowed(
    marks.map((mark) => spokenYes(mark, n, nothing)),
    bounds.least,
    bounds.most,
  );
}

/**
 * What a mark says by itself. Where anything is shown, a hidden option is one whose yes and no could be shown: it would
 * read "all or nearly all" otherwise, and a reader who knows the rules knows so.
 */
function spokenYes(mark: ApprovalMark, n: number, nothing: boolean): Range {
  if (mark === "nearlyAllYes") return [n - 2, n];
  if (mark === "nearlyAllNo") return [0, SMALLEST_SHOWN - 1];
  if (mark === "hidden") return nothing ? [0, n] : [SMALLEST_SHOWN, n - SMALLEST_SHOWN];
  return [mark, mark];
}

function isSafe(marks: readonly ApprovalMark[], n: number, bounds: Bounds): boolean {
  const ranges = approvalRanges(marks, n, bounds);
  return marks.every((mark, index) => typeof mark === "number" || isOpen(ranges[index] ?? [0, 0]));
}

/** Places of the shown options by the smaller of yes and no: hiding one of the two hides both, as they add up to n. */
function smallestFirst(marks: readonly ApprovalMark[], n: number): number[] {
  return marks
    .flatMap((mark, index) => (typeof mark === "number" ? [{ count: Math.min(mark, n - mark), index }] : []))
    .sort((a, b) => a.count - b.count)
    .map(({ index }) => index);
}

const hiding = (marks: readonly ApprovalMark[], hidden: number): ApprovalMark[] =>
  marks.map((mark, index) => (index === hidden ? "hidden" : mark));
