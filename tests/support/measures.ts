import { z } from "zod";
import { approvalPhrase } from "@/domain/consensus/ladder/approval";
import { choicePhrase } from "@/domain/consensus/ladder/choice";
import { movementPhrase } from "@/domain/consensus/ladder/movement";
import { rankingPhrase } from "@/domain/consensus/ladder/ranking";
import { scalePhrase } from "@/domain/consensus/ladder/scale";
import { themePhrase } from "@/domain/consensus/ladder/theme";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { sideCounts } from "@/domain/consensus/sides";
import { wilson } from "@/domain/consensus/wilson";
import type { Cell } from "@/domain/disclosure/cell";
import { type ScaleTable, scaleTable, sideRow } from "@/domain/disclosure/scale";
import { marksOf } from "@/domain/disclosure/table";
import { scaleWords } from "@/domain/findings/scale";
import { releasedScale } from "./release-of";

/** A measure as the vectors call it: input of their shape in, output of their shape out. */
type Measure = (input: unknown) => unknown;

const count = z.int().min(0);
const counts = z.object({ counts: z.array(count) });
const ofAnswered = z.object({ count, answered: count });
const order = z.object({ W: z.number().nullable(), p: z.number().nullable(), smithSetSize: count });
const maybe = count.nullable();
const change = z.object({ x1: maybe, n1: count, x2: maybe, n2: count, dCns: z.number().nullable() });
const difference = z.object({ x1: count, n1: count, x2: count, n2: count });

function measure<T>(shape: z.ZodType<T>, of: (input: T) => unknown): Measure {
  return (input) => of(shape.parse(input));
}

const markOf = (cell: Cell) => (cell.kind === "count" ? cell.count : cell.kind);

function scaleMarks(table: ScaleTable) {
  if (table.kind === "tooFew") return "tooFew";
  if (table.kind === "categories") return { shown: "categories", cells: table.categories.map(markOf) };
  return { shown: "sides", cells: sideRow(table.sides).map(markOf) };
}

/** Every measure that the vectors may name. */
export const measures: Readonly<Record<string, Measure>> = {
  "disclosure.table": measure(counts, (input) =>
    input.counts.reduce((a, b) => a + b, 0) < 10 ? "tooFew" : marksOf(input.counts),
  ),
  "disclosure.scale": measure(counts, (input) => scaleMarks(scaleTable(input.counts))),
  "finding.scale": measure(counts, (input) => scaleWords(releasedScale(input.counts))),
  "phrase.ordinal": measure(z.object({ freq: z.array(count) }), ({ freq }) => scalePhrase(sideCounts(freq))),
  "phrase.choice": measure(counts, (input) => choicePhrase(input.counts)),
  "phrase.approval": measure(ofAnswered, (input) => approvalPhrase(input.count, input.answered)),
  "phrase.theme": measure(ofAnswered, (input) => themePhrase(input.count, input.answered)),
  "phrase.ranking": measure(order, rankingPhrase),
  "phrase.movement": measure(change, movementPhrase),
  "interval.wilson": measure(z.object({ x: count, n: count }), wilson),
  "interval.newcombeDifference": measure(difference, ({ x1, n1, x2, n2 }) =>
    newcombeDifference({ x: x1, n: n1 }, { x: x2, n: n2 }),
  ),
};
