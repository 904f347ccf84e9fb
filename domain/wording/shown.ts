import { type Cell, rangeOf } from "@/domain/disclosure/cell";
import type { Finding } from "@/domain/findings/finding";

/** What a release shows of one side: whole counts, and whole per cent of those who took a position. */
export type ShownSide = { readonly counts: ReadonlySet<number>; readonly percents: ReadonlySet<number> };

/** What may be said of one claim's figures. */
export type Shown = {
  /** Every count and share that is shown, of whatever side. */
  readonly any: ShownSide;
  /** Null where the item has no sides. */
  readonly inFavour: ShownSide | null;
  readonly against: ShownSide | null;
  /** The greatest share that surely holds the view, 0 to 1; of the opposed, null where the item has no sides. */
  readonly share: { readonly best: number; readonly against: number | null };
  /** Whether a count is hidden. */
  readonly hidden: boolean;
  /** Whether the release reads "all or nearly all" anywhere. */
  readonly nearlyAll: boolean;
  /** Whether the figures show that views differed, whatever their hidden counts are. */
  readonly differed: boolean;
};

type Counted = { readonly cell: Cell; readonly n: number };

function sideOf(cells: readonly Counted[]): ShownSide {
  const counts = new Set<number>();
  const percents = new Set<number>();
  for (const { cell, n } of cells) {
    if (cell.kind !== "count") continue;
    counts.add(cell.count);
    if (n > 0) percents.add(Math.round((100 * cell.count) / n));
  }
  return { counts, percents };
}

/** What the release shows of a finding; of an approval, of one of its options. */
export function shownOf(finding: Finding, optionId: string | null): Shown {
  const { n, noPosition, unanswered, seats } = finding;
  const beside = [n, noPosition, unanswered, n + noPosition, n + noPosition + unanswered, seats];
  const { own, inFavour = null, against = null } = cellsOf(finding, optionId);
  const breadth = finding.kind === "scale" && finding.breadth ? Object.values(finding.breadth) : [];
  const any = sideOf(own);
  const cells = own.map(({ cell }) => cell);
  const least = (counted: readonly Counted[]) =>
    Math.max(0, ...counted.map(({ cell }) => (n === 0 ? 0 : rangeOf(cell)[0] / n)));
  return {
    any: { counts: new Set([...any.counts, ...beside, ...breadth]), percents: any.percents },
    inFavour: inFavour && sideOf(inFavour),
    against: against && sideOf(against),
    share: { best: least(own), against: against && least(against) },
    hidden: cells.some(({ kind }) => kind !== "count"),
    nearlyAll: cells.some(({ kind }) => kind === "allOrNearlyAll"),
    differed:
      cells.filter((cell) => rangeOf(cell)[0] > 0).length > 1 &&
      cells.every(({ kind }) => kind !== "allOrNearlyAll"),
  };
}

type Cells = {
  readonly own: readonly Counted[];
  readonly inFavour?: readonly Counted[];
  readonly against?: readonly Counted[];
};

function cellsOf(finding: Finding, optionId: string | null): Cells {
  if (finding.kind === "text" || finding.figures.kind === "tooFew") return { own: [] };
  const { n } = finding;
  const counted = (cells: readonly Cell[]): Counted[] => cells.map((cell) => ({ cell, n }));
  switch (finding.kind) {
    case "scale": {
      const { figures } = finding;
      const categories = figures.kind === "categories" ? figures.categories : [];
      const half = Math.floor(finding.categories.length / 2);
      const { for: inFavour, against, neither } = figures.sides;
      return {
        own: counted([inFavour, against, ...(neither === null ? [] : [neither]), ...categories]),
        inFavour: counted([inFavour, ...categories.slice(categories.length - half)]),
        against: counted([against, ...categories.slice(0, half)]),
      };
    }
    case "choice":
      return { own: counted(finding.figures.options.map(({ cell }) => cell)) };
    case "approval":
      return {
        own: counted(
          finding.figures.options
            .filter((option) => optionId === null || option.optionId === optionId)
            .flatMap(({ yes, no }) => [yes, no]),
        ),
      };
    case "ranking":
      return {
        own: counted(
          finding.figures.pairs.flatMap(({ prefersFirst, prefersSecond, neither }) => [
            prefersFirst,
            prefersSecond,
            neither,
          ]),
        ),
      };
  }
}
