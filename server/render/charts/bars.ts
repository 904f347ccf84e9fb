import "server-only";
import { cellMessage } from "@/domain/findings/cell-words";
import type { BarRow, Bars, Segment } from "@/domain/report/chart";
import { letterOf } from "@/domain/report/letter";
import { type Language, worded } from "@/domain/report/wording";
import { isRightToLeft } from "../direction";
import { type Drawing, drawing, element, INK, words } from "./svg";

/** Pixels from the start: the letter of a row, its bar, then the columns beside it. */
const WIDTH = 640;
const BAR = { from: 26, width: 396 } as const;
const ENDS = { neither: 532, noPosition: 604, n: WIDTH } as const;
const HEAD = 26;
const ROW = 48;

/** The fill of a segment; a whole side is outlined in its strong colour, so that it is not taken for a category. */
function fillOf({ hidden, side, tone, category }: Segment) {
  if (hidden) return { fill: INK.paper, stroke: INK.edge, "stroke-width": 1.2, "stroke-dasharray": "3 2.5" };
  const stroke = category === null ? INK[side].strong : INK.paper;
  return { fill: INK[side][tone], stroke, "stroke-width": 1.5 };
}

/**
 * Diverging bars with the columns that stand beside them. Rows are named by letters, which the text under the picture
 * explains: hosts' words may be of any length and in any script.
 */
export function barsDrawing(bars: Bars, language: Language): Drawing {
  const { translate } = language;
  const mirrored = isRightToLeft(language.locale);
  const place = (x: number, width = 0) => (mirrored ? WIDTH - x - width : x);
  const anchor = { start: mirrored ? "end" : "start", end: mirrored ? "start" : "end" } as const;
  const along = (percent: number) => BAR.from + (percent / 100) * BAR.width;
  const say = (key: string) => translate(`figures.${key}`, {});
  const ofGroups = bars.of === "groups";
  const showsNeither = bars.rows.some(({ neither }) => neither !== null);
  const zero = place(along(bars.zero));

  const head = [
    words(say("opposed"), { x: place(along(bars.zero - 2)), y: 12 }, { anchor: anchor.end }),
    words(say("inSupport"), { x: place(along(bars.zero + 2)), y: 12 }, { anchor: anchor.start }),
    ...(showsNeither
      ? [words(say("neither"), { x: place(ENDS.neither), y: 12 }, { anchor: anchor.end })]
      : []),
    ...(ofGroups
      ? []
      : [words(say("noPosition"), { x: place(ENDS.noPosition), y: 12 }, { anchor: anchor.end })]),
    words(say("n"), { x: place(ENDS.n), y: 12 }, { anchor: anchor.end }),
  ];
  return drawing(WIDTH, HEAD + bars.rows.length * ROW, [
    ...head,
    ...bars.rows.flatMap((row, index) => {
      const top = HEAD + index * ROW;
      return [
        element("line", { x1: 0, x2: WIDTH, y1: top, y2: top, stroke: INK.rule }),
        words(
          letterOf(index),
          { x: place(2), y: top + 24 },
          { anchor: anchor.start, strong: true, fill: INK.ink },
        ),
        ...row.segments.flatMap((segment) => part(segment, top)),
        element("line", {
          x1: zero,
          x2: zero,
          y1: top + 4,
          y2: top + 44,
          stroke: INK.ink,
          "stroke-width": 1.5,
        }),
        ...ring(row, top),
        ...beside(row, top + 24),
      ];
    }),
  ]);

  function part(segment: Segment, top: number): string[] {
    const width = (segment.width / 100) * BAR.width;
    const x = place(along(segment.x), width);
    const [y, height] = segment.hidden ? [top + 11, 26] : [top + 10, 28];
    const box = element("rect", { x: rounded(x), y, width: rounded(width), height, ...fillOf(segment) });
    if (segment.share === null) return [box, hiddenWords(segment, top)];
    if (segment.tight) return [box];
    const fill = segment.tone === "strong" ? INK.paper : INK.ink;
    return [
      box,
      words(
        String(segment.share),
        { x: rounded(x + width / 2), y: top + 24 },
        { anchor: "middle", fill, strong: true },
      ),
    ];
  }

  /** What a hidden count may be, in answers: outward of its cell where there is room, under it elsewhere. */
  function hiddenWords({ cell, x, width, side }: Segment, top: number): string {
    if (cell.kind === "count") return "";
    if (cell.kind === "allOrNearlyAll")
      return words(
        say("allOrNearlyAll"),
        { x: place(along(x + width / 2)), y: top + 24 },
        { anchor: "middle" },
      );
    const outward = side === "for" ? x + width : x;
    const roomy = (side === "for" ? 100 - outward : outward) >= ROOM;
    const from = roomy === (side === "for");
    const edge = from ? (roomy ? x + width + 1 : x) : roomy ? x - 1 : x + width;
    const range = translate("figures.range", {
      from: cell.from,
      to: cell.to,
      choices: cell.to - cell.from + 1,
    });
    return words(
      range,
      { x: rounded(place(along(edge))), y: top + (roomy ? 24 : 43) },
      { anchor: from ? anchor.start : anchor.end },
    );
  }

  /** Where support stood in the last round: a ring on a stem. */
  function ring({ before }: BarRow, top: number): string[] {
    if (before === undefined) return [];
    const x = rounded(place(along(before)));
    return [
      element("line", { x1: x, x2: x, y1: top + 7, y2: top + 38, stroke: INK.ink }),
      element("circle", {
        cx: x,
        cy: top + 41,
        r: 3.5,
        fill: INK.paper,
        stroke: INK.ink,
        "stroke-width": 1.5,
      }),
    ];
  }

  function beside({ neither, noPosition, n }: BarRow, y: number): string[] {
    const column = (text: string, x: number) => words(text, { x: place(x), y }, { anchor: anchor.end });
    return [
      ...(neither === null ? [] : [column(worded(cellMessage(neither), language), ENDS.neither)]),
      ...(noPosition === null ? [] : [column(String(noPosition), ENDS.noPosition)]),
      column(String(n), ENDS.n),
    ];
  }
}

/** Room that a range needs beyond its cell, in per cent of the bars' width. */
const ROOM = 15;

const rounded = (length: number) => Math.round(length * 10) / 10;
