import type { Message } from "@/domain/findings/message";
import type { Bars, Segment } from "./chart";

/** How a part of a bar is filled; each form of the report has its own colours for it. */
export type Fill =
  | "opposeStrong"
  | "oppose"
  | "support"
  | "supportStrong"
  | "opposeWhole"
  | "supportWhole"
  | "held";

/** From the most opposed to the most in support, then whole sides, then what is hidden. */
const ORDER: readonly Fill[] = [
  "opposeStrong",
  "oppose",
  "support",
  "supportStrong",
  "opposeWhole",
  "supportWhole",
  "held",
];

/** The fill of a segment: a whole side has one of its own, so that it is not taken for a category. */
export function fillNameOf({ hidden, side, tone, category }: Segment): Fill {
  if (hidden) return "held";
  const colour = side === "for" ? "support" : "oppose";
  if (category === null) return `${colour}Whole`;
  return tone === "strong" ? `${colour}Strong` : colour;
}

/** A category by its label; a whole side, and what is hidden, by a message. */
type LegendEntry = { readonly fill: Fill; readonly label: string | Message };

/** What the fills of these bars stand for, each label once: only those that are drawn, the most opposed first. */
export function legendOf(bars: Bars): LegendEntry[] {
  const segments = bars.rows.flatMap((row) => row.segments);
  const entries = segments
    .map((segment) => ({ fill: fillNameOf(segment), label: labelOf(segment) }))
    .sort((one, other) => ORDER.indexOf(one.fill) - ORDER.indexOf(other.fill));
  return [...new Map(entries.map((entry) => [JSON.stringify(entry.label), entry])).values()];
}

function labelOf(segment: Segment): string | Message {
  if (segment.hidden) return { key: "figures.held", values: {} };
  return segment.category ?? sideMessage(segment.side);
}

/** A side as a whole: "opposed, total". */
export const sideMessage = (side: Segment["side"]): Message => ({
  key: side === "for" ? "figures.supportTotal" : "figures.opposedTotal",
  values: {},
});
