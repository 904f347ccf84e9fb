import type { Cell } from "@/domain/disclosure/cell";
import type { ScaleFinding } from "@/domain/findings/scale";

/** One part of a bar. Places and widths are per cent of the drawing's width, from its start. */
export type Segment = {
  readonly side: "for" | "against";
  /** The outermost of several categories is strong; a side shown as a whole is mild. */
  readonly tone: "strong" | "mild";
  /** A hidden count is drawn dashed, in a fixed width; "all or nearly all" in the least width it can have. */
  readonly hidden: boolean;
  readonly x: number;
  readonly width: number;
  readonly cell: Cell;
  /** The category's label, or null where the segment is a whole side. */
  readonly category: string | null;
  /** Whole per cent of those who take a position; null where the count is hidden. */
  readonly share: number | null;
  /** Whether a number would not fit. */
  readonly tight: boolean;
};

export type BarRow = {
  readonly statementId: string;
  readonly statement: string;
  /** Empty where there are too few responses to report. */
  readonly segments: readonly Segment[];
  /** Counts for neither side, so it stands in a column. Null on an even scale and where there are too few. */
  readonly neither: Cell | null;
  readonly n: number;
  readonly noPosition: number;
  /** Where support ended in the last round that asked it, if it is carried over and that was shown. */
  readonly before?: number;
};

/** Diverging bars on one axis: opposed to the start, in support to the end of one zero line. */
export type Bars = { readonly zero: number; readonly rows: readonly BarRow[] };

const MARGIN = 3;
const HIDDEN_WIDTH = 2.6;
const GAP = 0.5;
const TIGHT_BELOW = 5;
/** Room for the words of a hidden count, outward of its cell. */
const WORDS = 15;

type Part = Pick<Segment, "tone" | "cell" | "category">;
type Side = { readonly parts: readonly Part[]; readonly n: number };

/** The geometry of the bars of one scale; `earlier` is the share in support in an earlier round, by statement id. */
export function divergingBars(
  findings: readonly ScaleFinding[],
  earlier: ReadonlyMap<string, number> = new Map(),
): Bars {
  const sides = findings.map((finding) => ({
    against: sideParts(finding, "against"),
    for: sideParts(finding, "for"),
    earlier: earlier.get(finding.statementId),
  }));
  const greatest = (lengths: readonly number[]) => Math.max(0, ...lengths);
  const reach = (side: "for" | "against") => ({
    share: greatest(sides.flatMap((row) => [shares(row[side]), side === "for" ? (row.earlier ?? 0) : 0])),
    fixed: greatest(sides.map((row) => fixed(row[side]))),
  });
  const [start, end] = [reach("against"), reach("for")];
  const room = 100 - 2 * MARGIN - start.fixed - end.fixed;
  const perShare = start.share + end.share === 0 ? 0 : room / (start.share + end.share);
  const zero = MARGIN + start.fixed + start.share * perShare;
  return {
    zero: rounded(zero),
    rows: findings.map((finding, index) => ({
      statementId: finding.statementId,
      statement: finding.statement,
      segments: [
        ...placed(sides[index]?.against, "against", zero, perShare),
        ...placed(sides[index]?.for, "for", zero, perShare),
      ],
      neither: finding.figures.kind === "tooFew" ? null : finding.figures.sides.neither,
      n: finding.n,
      noPosition: finding.noPosition,
      ...ring(sides[index]?.earlier, zero, perShare),
    })),
  };
}

const ring = (share: number | undefined, zero: number, perShare: number): Pick<BarRow, "before"> =>
  share === undefined ? {} : { before: rounded(zero + share * perShare) };

/** The parts of one side, from the zero line outwards; noughts are not drawn. */
function sideParts({ figures, categories, n }: ScaleFinding, side: "for" | "against"): Side {
  if (figures.kind === "tooFew") return { parts: [], n };
  if (figures.kind === "sides")
    return { parts: drawn([{ tone: "mild", cell: figures.sides[side], category: null }]), n };
  const half = Math.floor(figures.categories.length / 2);
  const parts = figures.categories.map((cell, index): Part => {
    const outermost = index === 0 || index === figures.categories.length - 1;
    return { tone: outermost && half > 1 ? "strong" : "mild", cell, category: categories[index] ?? null };
  });
  return {
    parts: drawn(side === "against" ? parts.slice(0, half).reverse() : parts.slice(parts.length - half)),
    n,
  };
}

const drawn = (parts: readonly Part[]): Part[] =>
  parts.filter(({ cell }) => cell.kind !== "count" || cell.count > 0);

/** How much of those who take a position a part stands for, as far as it is drawn to scale. */
function shareOf({ cell }: Part, n: number): number | null {
  if (cell.kind === "count") return cell.count / n;
  return cell.kind === "allOrNearlyAll" ? cell.from / n : null;
}

const shares = ({ parts, n }: Side): number =>
  parts.reduce((total, part) => total + (shareOf(part, n) ?? 0), 0);

/** Hidden cells have a fixed width, and room for the words of the outermost. */
function fixed({ parts, n }: Side): number {
  const hidden = parts.filter((part) => shareOf(part, n) === null).length;
  return hidden === 0 ? 0 : hidden * (HIDDEN_WIDTH + GAP) + WORDS;
}

function placed(row: Side | undefined, side: "for" | "against", zero: number, perShare: number): Segment[] {
  let reach = 0;
  return (row?.parts ?? []).map((part) => {
    const share = shareOf(part, row?.n ?? 1);
    if (share === null) reach += GAP;
    const width = share === null ? HIDDEN_WIDTH : share * perShare;
    const x = side === "for" ? zero + reach : zero - reach - width;
    reach += width;
    return {
      ...part,
      side,
      hidden: part.cell.kind !== "count",
      x: rounded(x),
      width: rounded(width),
      share: part.cell.kind === "count" ? Math.round(100 * (share ?? 0)) : null,
      tight: width < TIGHT_BELOW,
    };
  });
}

const rounded = (length: number): number => Math.round(length * 100) / 100;
