import { MOST_FOR_KEMENY } from "@/domain/consensus/kemeny";
import { SIGNIFICANT_BELOW } from "@/domain/consensus/ladder/ranking";
import type { Message } from "@/domain/findings/message";
import type { Block, ReportTable } from "@/domain/report/document";
import { say } from "./say";

/**
 * A measure as the page explains it. `file` names the file of `domain/consensus` that computes it, null for a difference
 * of shares that needs none; `values` are what it comes to in the examples of its table.
 */
export type Measure = {
  readonly id: string;
  readonly file: string | null;
  readonly values: readonly Message[];
};

const given = (name: string, values: Message["values"]): Message => ({ key: `measures.${name}`, values });
const notGiven = given("notGiven", {});

/** Two decimals, as every table of measures prints them. */
export const decimal = (value: number | null): Message =>
  value === null ? notGiven : given("decimal", { value });

export const percent = (share: number | null): Message =>
  share === null ? notGiven : given("percent", { percent: Math.round(100 * share) });

export const plainly = (value: number): Message => given("plain", { value });

export const points = (difference: number): Message =>
  given("points", { points: Math.round(100 * difference) });

export const chiSquared = (value: number, df: number): Message => given("chi2Value", { value, df });

/** Rounded up, so that it claims nothing. */
export const probability = (p: number): Message =>
  p < 0.001 ? given("pTiny", {}) : given("pValue", { value: Math.ceil(p * 1000) / 1000 });

/** Limits that the explanations name. */
const NUMBERS = { significant: SIGNIFICANT_BELOW, mostOptions: MOST_FOR_KEMENY };

/** Measures as a table: what each tells, from end to end, and what it comes to in the examples. */
export function measuresTable(
  id: string,
  measures: readonly Measure[],
  examples: readonly string[] = ["example"],
): ReportTable {
  return {
    id: `measures-${id}`,
    of: "words",
    caption: say(`measures.captions.${id}`),
    columns: ["measure", "tells", ...examples].map((name) => say(`columns.${name}`)),
    rows: measures.map((measure) => ({
      heading: say(`measures.${measure.id}.name`),
      cells: [say(`measures.${measure.id}.tells`, NUMBERS), ...measure.values],
    })),
  };
}

/** Where these measures come from, one source to an entry. */
export function sourcesList(measures: readonly Measure[]): Block {
  const files = new Set(measures.flatMap(({ file }) => (file === null ? [] : [file])));
  return { kind: "list", entries: [...files].map((file) => say(`sources.${file}`)) };
}
