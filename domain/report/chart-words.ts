import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { Bars, Segment } from "./chart";
import { sideMessage } from "./legend";
import { letterOf } from "./letter";
import type { Slope } from "./slope";
import { type Language, worded } from "./wording";

/** What bars show, in words, for whoever cannot see them: every released figure that is drawn or stands beside them. */
export function barsWords({ rows, of }: Bars, language: Language): string {
  const say = saying(language);
  const sentences = rows.map(({ statement, segments, neither, noPosition, n }, index) => {
    const parts = [
      ...(segments.length === 0 && neither === null ? [say("tooFew")] : []),
      ...fromMostOpposed(segments).map((segment) => partWords(segment, language)),
      ...(neither === null ? [] : [say("neither", { words: worded(cellMessage(neither), language) })]),
      ...(noPosition === null ? [] : [say("noPosition", { count: noPosition })]),
      say("n", { count: n }),
    ];
    const values = {
      of: of ?? "statements",
      letter: letterOf(index),
      statement: worded(statement, language),
    };
    return say("row", { ...values, parts: parts.join("; ") });
  });
  const earlier = rows.some(({ before }) => before !== undefined) ? [say("earlier")] : [];
  return [say("bars"), ...sentences, ...earlier].join(" ");
}

/** A side's segments come from the zero line outwards. */
function fromMostOpposed(segments: readonly Segment[]): Segment[] {
  const against = segments.filter(({ side }) => side === "against");
  return [...against.toReversed(), ...segments.filter(({ side }) => side === "for")];
}

/** What a segment stands for: its category, or its whole side. */
export const segmentLabel = ({ category, side }: Segment, language: Language): string =>
  category ?? worded(sideMessage(side), language);

function partWords(segment: Segment, language: Language): string {
  const { cell, share } = segment;
  const say = saying(language);
  const name = segmentLabel(segment, language);
  if (cell.kind !== "count" || share === null)
    return say("hidden", { category: name, words: worded(cellMessage(cell), language) });
  return say("shown", { category: name, count: cell.count, percent: share });
}

/** What a slope chart shows, in words. */
export function slopeWords({ since, now, lines, undrawn }: Slope, language: Language): string {
  const say = saying(language);
  return [
    say("slope", { since, now }),
    ...lines.map(({ letter, text, before, now: after, shifted }) =>
      say("line", {
        letter,
        text,
        before: before.percent,
        now: after.percent,
        shifted: shifted ? "yes" : "no",
      }),
    ),
    ...undrawn.map(({ letter, text }) => say("undrawn", { letter, text })),
  ].join(" ");
}

const saying =
  ({ translate }: Language) =>
  (key: string, values: Message["values"] = {}): string =>
    translate(`chartWords.${key}`, values);
