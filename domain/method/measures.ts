import type { Message } from "@/domain/findings/message";
import type { Section } from "@/domain/report/document";
import { sum } from "@/domain/tally/counts";
import { CODED, coderMeasures, SHARES, uncertaintyMeasures } from "./chance-measures";
import { type Measure, measuresTable, sourcesList } from "./measure";
import { ordersValues } from "./option-examples";
import { CIRCLE, CLEAR_ORDERS, rankingMeasures } from "./ranking-measures";
import { paragraph, say } from "./say";
import { CHOICE_COUNTS, choiceMeasures, SCALE_COUNTS, scaleMeasures } from "./scale-measures";

/** Measures that share their examples, and these as sentences. */
type Group = {
  readonly id: "scale" | "choice" | "ranking" | "coders" | "uncertainty";
  readonly example: readonly Message[];
  readonly measures: readonly Measure[];
  /** Names of the columns that hold the examples, one if not stated. */
  readonly columns?: readonly string[];
};

const example = (name: string, values: Message["values"]) => say(`measures.examples.${name}`, values);

/** Every measure of the product, by what it measures. */
export function measureGroups(): Group[] {
  const [strongly, opposed, neither, support, stronglyFor] = SCALE_COUNTS;
  const [a, b, c, d] = CHOICE_COUNTS;
  const onScale = { strongly, opposed, neither, support, stronglyFor, n: sum(SCALE_COUNTS) };
  return [
    { id: "scale", example: [example("scale", onScale)], measures: scaleMeasures() },
    {
      id: "choice",
      example: [example("choice", { a, b, c, d, n: sum(CHOICE_COUNTS) })],
      measures: choiceMeasures(),
    },
    {
      id: "ranking",
      example: [example("clear", ordersValues(CLEAR_ORDERS)), example("circle", ordersValues(CIRCLE))],
      measures: rankingMeasures(),
      columns: ["clear", "circle"],
    },
    {
      id: "coders",
      example: [example("coders", { ...CODED, n: sum(Object.values(CODED)) })],
      measures: coderMeasures(),
    },
    { id: "uncertainty", example: [example("uncertainty", SHARES)], measures: uncertaintyMeasures() },
  ];
}

/** Each measure: what it tells, its ends, what it comes to in an example, and its source. */
export function measureSections(): Section[] {
  const opening: Section = {
    id: "measures",
    heading: say("headings.measures"),
    level: 2,
    blocks: [paragraph(say("measures.opening"), say("measures.notGiven"))],
  };
  const ofGroups = measureGroups().map(
    ({ id, example, measures, columns }): Section => ({
      id: `measures-of-${id}`,
      heading: say(`measures.headings.${id}`),
      level: 3,
      blocks: [
        paragraph(...example),
        { kind: "table", table: measuresTable(id, measures, columns) },
        paragraph(say("measures.sources")),
        sourcesList(measures),
      ],
    }),
  );
  return [opening, ...ofGroups];
}
