import { sideRow } from "@/domain/disclosure/scale";
import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { Block, ReportTable, Section } from "@/domain/report/document";
import { foundIn, scaleRound } from "./example-round";
import { paragraph } from "./say";

/** The rules of what a release may show, as participants read them before they answer. */
export const SHOWN_RULES = [
  "fewerThanTen",
  "oneOrTwo",
  "nearlyAll",
  "subtraction",
  "groups",
  "openAnswers",
] as const;

/** Counts from strongly opposed to strongly in support: one that is shown whole, then what each rule makes of others. */
const EXAMPLES = [
  [0, 0, 6, 10, 4],
  [1, 0, 3, 10, 6],
  [4, 5, 1, 6, 4],
  [0, 1, 1, 12, 6],
] as const;

const say = (name: string, values: Message["values"] = {}): Message => ({ key: `shown.${name}`, values });

/** The rules one by one, and small numbers at work: the same for every consultation, and made of no answer. */
export function shownSections(): Section[] {
  return [
    ...SHOWN_RULES.map(
      (rule): Section => ({
        id: rule,
        heading: say(`rules.${rule}.name`),
        level: 2,
        blocks: [paragraph(say(`rules.${rule}.what`), say(`rules.${rule}.more`))],
      }),
    ),
    {
      id: "examples",
      heading: say("examples.heading"),
      level: 2,
      blocks: [paragraph(say("examples.opening")), examples()],
    },
  ];
}

function examples(): Block {
  const table: ReportTable = {
    id: "small-numbers",
    of: "words",
    caption: say("examples.caption"),
    columns: ["answers", "for", "neither", "against"].map((name) => say(`examples.columns.${name}`)),
    rows: EXAMPLES.map((counts) => {
      const { figures } = foundIn(scaleRound(counts), "scale");
      const [against, opposed, neither, support, strong] = counts;
      return {
        heading: say("examples.answers", { for: support + strong, neither, against: against + opposed }),
        cells: figures.kind === "tooFew" ? [] : sideRow(figures.sides).map(cellMessage),
      };
    }),
  };
  return { kind: "table", table };
}
