import "server-only";
import { cellMessage } from "@/domain/findings/cell-words";
import type { BarRow, Bars, Segment } from "@/domain/report/chart";
import { barsWords, slopeWords } from "@/domain/report/chart-words";
import { fillNameOf, legendOf } from "@/domain/report/legend";
import { letterOf } from "@/domain/report/letter";
import type { Slope } from "@/domain/report/slope";
import { type Language, worded } from "@/domain/report/wording";
import { isRightToLeft, say } from "./say";

/** Room that a range needs beyond its cell, in per cent of the drawing. */
const ROOM = 15;

/** Characters of a statement on one line beside its bar, and of a key across the page. */
const LINE = { statement: 24, key: 90 } as const;
/** Lines beyond which a chart goes over several pages, as no page would hold it. */
const LINES_OF_A_PAGE = 50;
/** A bar is as high as three lines of its statement. */
const LEAST_LINES = 3;

const isLong = (texts: readonly string[], line: number, least: number): boolean =>
  texts.reduce((sum, { length }) => sum + Math.max(least, Math.ceil(length / line) + 1), 0) > LINES_OF_A_PAGE;

/** Bars as the template draws them: places in per cent of the drawing from its left, every word worded. */
export function barsParts(bars: Bars, language: Language) {
  const ofGroups = bars.of === "groups";
  const fromLeft = placing(language);
  return {
    alt: barsWords(bars, language),
    long: isLong(
      bars.rows.map(({ statement }) => worded(statement, language)),
      LINE.statement,
      LEAST_LINES,
    ),
    zero: fromLeft(bars.zero),
    // Where a page is read from the right, what is opposed stands to the right of the zero line.
    mirrored: isRightToLeft(language),
    heads: {
      opposed: say(language, "figures.opposed"),
      inSupport: say(language, "figures.inSupport"),
      neither: bars.rows.some(({ neither }) => neither !== null) ? say(language, "figures.neither") : "",
      noPosition: ofGroups ? null : say(language, "figures.noPosition"),
      n: say(language, "figures.n"),
    },
    legend: legendOf(bars).map(({ fill, label }) => ({ fill, label: worded(label, language) })),
    ring: bars.rows.some(({ before }) => before !== undefined)
      ? say(language, "figures.earlierSupport")
      : null,
    rows: bars.rows.map((row, index) => ({
      letter: ofGroups ? null : letterOf(index),
      statement: worded(row.statement, language),
      segments: row.segments.map((segment) => segmentParts(segment, language)),
      ring: row.before === undefined ? null : fromLeft(row.before),
      ...asideParts(row, language),
    })),
  };
}

function asideParts({ neither, noPosition, n, segments }: BarRow, language: Language) {
  const tooFew = segments.length === 0 && neither === null;
  return {
    tooFew: tooFew ? say(language, "figures.tooFewShort") : null,
    neither: neither === null ? "" : worded(cellMessage(neither), language),
    noPosition: noPosition === null ? null : String(noPosition),
    n: String(n),
  };
}

function segmentParts(segment: Segment, language: Language) {
  const { x, width, tone, hidden, share, tight } = segment;
  const left = placing(language)(x, width);
  const middle = { x: left + width / 2, anchor: "middle", below: false };
  const inside = { ...middle, text: tight ? "" : String(share), onPole: tone === "strong" };
  return {
    x: left,
    width,
    fill: fillNameOf(segment),
    words: share === null ? { ...hiddenWords(segment, language), onPole: false } : hidden ? null : inside,
  };
}

/**
 * What a hidden count may be, in answers. It stands outside its cell, where this side has nothing else; under the bar
 * where there is no room; and inside "all or nearly all", which is long.
 */
function hiddenWords({ cell, x, width, side }: Segment, language: Language) {
  const fromLeft = placing(language);
  if (cell.kind === "count" || cell.kind === "allOrNearlyAll")
    return {
      x: fromLeft(x, width) + width / 2,
      anchor: "middle",
      below: false,
      text: say(language, "figures.allOrNearlyAll"),
    };
  const outward = side === "for" ? x + width : x;
  const roomy = (side === "for" ? 100 - outward : outward) >= ROOM;
  const starts = roomy === (side === "for");
  const from = starts ? (roomy ? x + width + 1 : x) : roomy ? x - 1 : x + width;
  const values = { from: cell.from, to: cell.to, choices: cell.to - cell.from + 1 };
  return {
    x: fromLeft(from),
    anchor: starts === isRightToLeft(language) ? "end" : "start",
    below: !roomy,
    text: say(language, "figures.range", values),
  };
}

/** The posts of the two rounds and the words beside them, in per cent of the drawing from its start. */
const POSTS = { before: 30, now: 70, gap: 2.5 } as const;

/** A slope chart as the template draws it: heights in pixels from the top, places in per cent from the left. */
export function slopeParts(slope: Slope, language: Language) {
  const fromLeft = placing(language);
  const round = (number: number) => say(language, "movement.columns.round", { number });
  return {
    alt: slopeWords(slope, language),
    long: isLong(
      [...slope.lines, ...slope.undrawn].map(({ text }) => text),
      LINE.key,
      1,
    ),
    height: slope.height,
    mirrored: isRightToLeft(language),
    before: {
      x: fromLeft(POSTS.before),
      wordsX: fromLeft(POSTS.before - POSTS.gap),
      name: round(slope.since),
    },
    now: { x: fromLeft(POSTS.now), wordsX: fromLeft(POSTS.now + POSTS.gap), name: round(slope.now) },
    lines: slope.lines.map(({ letter, before, now, shifted }) => ({
      shifted,
      before: { ...before, text: say(language, "movement.atStart", { letter, percent: before.percent }) },
      now: { ...now, text: say(language, "movement.atEnd", { letter, percent: now.percent }) },
    })),
    keys: [
      ...slope.lines.map(({ letter, text }) => ({ letter, text })),
      ...slope.undrawn.map(({ letter, text }) => ({
        letter,
        text: say(language, "movement.undrawn", { text }),
      })),
    ],
  };
}

/** Geometry is reckoned from where reading starts; a drawing from its left. */
const placing =
  (language: Language) =>
  (x: number, width = 0): number =>
    isRightToLeft(language) ? 100 - x - width : x;
