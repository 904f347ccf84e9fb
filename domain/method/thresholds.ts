import { SIGNIFICANT_BELOW, W_BANDS } from "@/domain/consensus/ladder/ranking";
import { FEWEST_POSITIONS, SMALLEST_SHOWN } from "@/domain/disclosure/cell";
import type { Section } from "@/domain/report/document";
import { paragraph, say } from "./say";

/** Every threshold, in the order of the page. */
const THRESHOLDS = [
  "fewest",
  "small",
  "half",
  "twoThirds",
  "third",
  "widely",
  "largely",
  "lead",
  "themes",
  "seatsHalf",
  "seatsThird",
  "reservations",
  "bands",
  "significance",
  "shift",
  "consensus",
] as const;

const [strong, moderate, weak] = W_BANDS;
const NUMBERS = {
  fewest: FEWEST_POSITIONS,
  smallest: SMALLEST_SHOWN,
  significant: SIGNIFICANT_BELOW,
  strong,
  moderate,
  weak,
};

/** Where the ladders draw their lines, and where each line comes from. */
export function thresholdSection(): Section {
  return {
    id: "thresholds",
    heading: say("headings.thresholds"),
    level: 2,
    blocks: [
      paragraph(say("thresholds.opening"), say("thresholds.figuresStand")),
      {
        kind: "table",
        table: {
          id: "thresholds-table",
          of: "words",
          caption: say("thresholds.caption"),
          columns: ["threshold", "decides", "from"].map((name) => say(`columns.${name}`)),
          rows: THRESHOLDS.map((name) => ({
            heading: say(`thresholds.${name}.name`, NUMBERS),
            cells: [say(`thresholds.${name}.decides`, NUMBERS), say(`thresholds.${name}.from`, NUMBERS)],
          })),
        },
      },
    ],
  };
}
