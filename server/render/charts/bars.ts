import "server-only";
import { cellMessage } from "@/domain/findings/cell-words";
import type { BarRow, Bars, Segment } from "@/domain/report/chart";
import { letterOf } from "@/domain/report/letter";
import { type Language, worded } from "@/domain/report/wording";
import { isRightToLeft } from "../direction";
import { type Drawing, drawing, element, INK, words } from "./svg";

/** Pixels from the start: the letter of a row, its bar, then the ends of the columns beside it. */
const WIDTH = 640;
const BAR = { from: 26, width: 396 } as const;
const ENDS = { neither: 532, noPosition: 604, n: WIDTH - 4 } as const;
/** Heights in pixels; words stand in the middle of a row. */
const HEAD = 26;
const ROW = 48;
const MIDDLE = 24;
/** Room that a range needs beyond its cell, in per cent of the bars' width. */
const ROOM = 15;

/** How lengths from the start are placed on the page, and in which words. */
type Frame = {
  readonly language: Language;
  readonly place: (x: number, width?: number) => number;
  /** Pixels of so many per cent along the bars. */
  readonly along: (percent: number) => number;
  readonly anchor: { readonly start: "start" | "end"; readonly end: "start" | "end" };
  readonly zero: number;
};

function frameOf({ zero }: Bars, language: Language): Frame {
  const mirrored = isRightToLeft(language.locale);
  const place = (x: number, width = 0) => (mirrored ? WIDTH - x - width : x);
  const along = (percent: number) => BAR.from + (percent / 100) * BAR.width;
  const anchor = mirrored
    ? ({ start: "end", end: "start" } as const)
    : ({ start: "start", end: "end" } as const);
  return { language, place, along, anchor, zero: rounded(place(along(zero))) };
}

/**
 * Diverging bars with the columns that stand beside them. Rows are named by letters, which the text under the picture
 * explains: hosts' words may be of any length and in any script.
 */
export function barsDrawing(bars: Bars, language: Language): Drawing {
  const frame = frameOf(bars, language);
  const rows = bars.rows.flatMap((row, index) => rowElements(row, index, frame));
  return drawing(WIDTH, HEAD + bars.rows.length * ROW, [...headElements(bars, frame), ...rows]);
}

function headElements(bars: Bars, { language, place, along, anchor }: Frame): string[] {
  const head = (key: string, x: number, side: "start" | "end") =>
    words(language.translate(`figures.${key}`, {}), { x: place(x), y: 12 }, { anchor: anchor[side] });
  const showsNeither = bars.rows.some(({ neither }) => neither !== null);
  return [
    head("opposed", along(bars.zero - 2), "end"),
    head("inSupport", along(bars.zero + 2), "start"),
    ...(showsNeither ? [head("neither", ENDS.neither, "end")] : []),
    ...(bars.of === "groups" ? [] : [head("noPosition", ENDS.noPosition, "end")]),
    head("n", ENDS.n, "end"),
  ];
}

function rowElements(row: BarRow, index: number, frame: Frame): string[] {
  const { place, anchor, zero } = frame;
  const top = HEAD + index * ROW;
  const letter = { anchor: anchor.start, strong: true, fill: INK.ink } as const;
  return [
    element("line", { x1: 0, x2: WIDTH, y1: top, y2: top, stroke: INK.rule }),
    words(letterOf(index), { x: place(2), y: top + MIDDLE }, letter),
    ...row.segments.flatMap((segment) => segmentElements(segment, top, frame)),
    element("line", { x1: zero, x2: zero, y1: top + 4, y2: top + 44, stroke: INK.ink, "stroke-width": 1.5 }),
    ...ringElements(row, top, frame),
    ...besideElements(row, top + MIDDLE, frame),
  ];
}

function segmentElements(segment: Segment, top: number, frame: Frame): string[] {
  const width = (segment.width / 100) * BAR.width;
  const x = frame.place(frame.along(segment.x), width);
  const [y, height] = segment.hidden ? [top + 11, 26] : [top + 10, 28];
  const box = element("rect", { x: rounded(x), y, width: rounded(width), height, ...fillOf(segment) });
  if (segment.share === null) return [box, hiddenWords(segment, top, frame)];
  if (segment.tight) return [box];
  const fill = segment.tone === "strong" ? INK.paper : INK.ink;
  const middle = { x: rounded(x + width / 2), y: top + MIDDLE };
  return [box, words(String(segment.share), middle, { anchor: "middle", fill, strong: true })];
}

/** The fill of a segment; a whole side is outlined in its strong colour, so that it is not taken for a category. */
function fillOf({ hidden, side, tone, category }: Segment) {
  if (hidden) return { fill: INK.paper, stroke: INK.edge, "stroke-width": 1.2, "stroke-dasharray": "3 2.5" };
  const stroke = category === null ? INK[side].strong : INK.paper;
  return { fill: INK[side][tone], stroke, "stroke-width": 1.5 };
}

/** What a hidden count may be, in answers: outward of its cell where there is room, under it elsewhere. */
function hiddenWords({ cell, x, width, side }: Segment, top: number, frame: Frame): string {
  const { place, along, anchor, language } = frame;
  if (cell.kind === "count") return "";
  const middle = { x: rounded(place(along(x + width / 2))), y: top + MIDDLE };
  if (cell.kind === "allOrNearlyAll")
    return words(language.translate("figures.allOrNearlyAll", {}), middle, { anchor: "middle" });
  const { from, to } = cell;
  const range = language.translate("figures.range", { from, to, choices: to - from + 1 });
  const outward = side === "for" ? x + width : x;
  const roomy = (side === "for" ? 100 - outward : outward) >= ROOM;
  const anchored = roomy === (side === "for") ? "start" : "end";
  const [before, after] = roomy ? [x - 1, x + width + 1] : [x + width, x];
  const edge = anchored === "start" ? after : before;
  const at = { x: rounded(place(along(edge))), y: top + (roomy ? MIDDLE : 43) };
  return words(range, at, { anchor: anchor[anchored] });
}

/** Where support stood in the last round: a ring on a stem. */
function ringElements({ before }: BarRow, top: number, { place, along }: Frame): string[] {
  if (before === undefined) return [];
  const x = rounded(place(along(before)));
  return [
    element("line", { x1: x, x2: x, y1: top + 7, y2: top + 38, stroke: INK.ink }),
    element("circle", { cx: x, cy: top + 41, r: 3.5, fill: INK.paper, stroke: INK.ink, "stroke-width": 1.5 }),
  ];
}

function besideElements({ neither, noPosition, n }: BarRow, y: number, frame: Frame): string[] {
  const { place, anchor, language } = frame;
  const column = (text: string, x: number) => words(text, { x: place(x), y }, { anchor: anchor.end });
  return [
    ...(neither === null ? [] : [column(worded(cellMessage(neither), language), ENDS.neither)]),
    ...(noPosition === null ? [] : [column(String(noPosition), ENDS.noPosition)]),
    column(String(n), ENDS.n),
  ];
}

const rounded = (length: number) => Math.round(length * 10) / 10;
