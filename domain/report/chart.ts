import type { Cell } from "@/domain/disclosure/cell";
import type { Sides } from "@/domain/disclosure/scale";
import type { ScaleFinding } from "@/domain/findings/scale";
import type { Wording } from "./document";

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
  /** In the hosts' words; of groups, what is said of all of them together is a message. */
  readonly statement: Wording;
  /** Empty where there are too few responses to report. */
  readonly segments: readonly Segment[];
  /** Counts for neither side, so it stands in a column. Null on an even scale and where there are too few. */
  readonly neither: Cell | null;
  readonly n: number;
  /** Null in a group, of which it is not told. */
  readonly noPosition: number | null;
  /** Where support ended in the last round that asked it, if it is carried over and that was shown. */
  readonly before?: number;
};

/** Diverging bars on one axis: opposed to the start, in support to the end of one zero line. */
export type Bars = {
  readonly zero: number;
  readonly rows: readonly BarRow[];
  /** Rows are groups that answer one statement, not statements. */
  readonly of?: "groups";
};

const MARGIN = 3;
const HIDDEN_WIDTH = 2.6;
const GAP = 0.5;
const TIGHT_BELOW = 5;
/** Room for the words of a hidden count, outward of its cell. */
const WORDS = 15;

type Part = Pick<Segment, "tone" | "cell" | "category">;
type Side = { readonly parts: readonly Part[]; readonly n: number };

/** A row before it shares its axis with others: its parts from the zero line outwards. */
type UnplacedRow = Omit<BarRow, "segments" | "before"> & {
  readonly against: readonly Part[];
  readonly for: readonly Part[];
  readonly earlier?: number | undefined;
};

/** The geometry of the bars of one scale; `earlier` is the share in support in an earlier round, by statement id. */
export const divergingBars = (
  findings: readonly ScaleFinding[],
  earlier: ReadonlyMap<string, number> = new Map(),
): Bars =>
  onOneAxis(
    findings.map((finding) => ({
      statementId: finding.statementId,
      statement: finding.statement,
      against: sideParts(finding, "against"),
      for: sideParts(finding, "for"),
      neither: finding.figures.kind === "tooFew" ? null : finding.figures.sides.neither,
      n: finding.n,
      noPosition: finding.noPosition,
      earlier: earlier.get(finding.statementId),
    })),
  );

/** Places rows against one zero line, to one scale on both sides. */
export function onOneAxis(rows: readonly UnplacedRow[]): Bars {
  const greatest = (lengths: readonly number[]) => Math.max(0, ...lengths);
  const reach = (side: "for" | "against") => ({
    share: greatest(
      rows.flatMap((row) => [
        shares({ parts: row[side], n: row.n }),
        side === "for" ? (row.earlier ?? 0) : 0,
      ]),
    ),
    fixed: greatest(rows.map((row) => fixed({ parts: row[side], n: row.n }))),
  });
  const [start, end] = [reach("against"), reach("for")];
  const room = 100 - 2 * MARGIN - start.fixed - end.fixed;
  const perShare = start.share + end.share === 0 ? 0 : room / (start.share + end.share);
  const zero = MARGIN + start.fixed + start.share * perShare;
  return {
    zero: rounded(zero),
    rows: rows.map(({ against, for: inFavour, earlier, ...row }) => ({
      ...row,
      segments: [
        ...placed({ parts: against, n: row.n }, "against", zero, perShare),
        ...placed({ parts: inFavour, n: row.n }, "for", zero, perShare),
      ],
      ...ring(earlier, zero, perShare),
    })),
  };
}

/** A side shown as a whole: one mild part, or none where nobody is on it. */
export const wholeSide = (sides: Sides, side: "for" | "against"): Part[] =>
  drawn([{ tone: "mild", cell: sides[side], category: null }]);

const ring = (share: number | undefined, zero: number, perShare: number): Pick<BarRow, "before"> =>
  share === undefined ? {} : { before: rounded(zero + share * perShare) };

/** The parts of one side, from the zero line outwards; noughts are not drawn. */
function sideParts({ figures, categories }: ScaleFinding, side: "for" | "against"): Part[] {
  if (figures.kind === "tooFew") return [];
  if (figures.kind === "sides") return wholeSide(figures.sides, side);
  const half = Math.floor(figures.categories.length / 2);
  const parts = figures.categories.map((cell, index): Part => {
    const outermost = index === 0 || index === figures.categories.length - 1;
    return { tone: outermost && half > 1 ? "strong" : "mild", cell, category: categories[index] ?? null };
  });
  return drawn(side === "against" ? parts.slice(0, half).reverse() : parts.slice(parts.length - half));
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

function placed({ parts, n }: Side, side: "for" | "against", zero: number, perShare: number): Segment[] {
  let reach = 0;
  return parts.map((part) => {
    const share = shareOf(part, n);
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
