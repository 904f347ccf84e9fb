import { NO_POSITION } from "@/domain/questionnaire/position";
import type { ScaleAnswer, ScaleItem } from "@/domain/questionnaire/scale";
import type { Abstentions } from "./abstentions";
import { addInto, zeros } from "./counts";

/** Counts of one statement by category, index 0 the most opposed. */
type StatementTally = Abstentions & { counts: number[] };

/** One table per statement, by statement id. */
export type ScaleTally = { kind: "scale"; statements: Record<string, StatementTally> };

export function emptyScaleTally(item: ScaleItem): ScaleTally {
  const blank = (): StatementTally => ({
    counts: zeros(item.categories.length),
    noPosition: 0,
    unanswered: 0,
  });
  return { kind: "scale", statements: Object.fromEntries(item.statements.map(({ id }) => [id, blank()])) };
}

/** Counts one answer in (+1) or out (−1); `undefined` is "not answered". */
export function addScale(tally: ScaleTally, answer: ScaleAnswer | undefined, sign: 1 | -1): void {
  const marks = answer?.marks;
  for (const id in tally.statements) {
    const statement = tally.statements[id];
    if (statement === undefined) continue;
    const mark = marks?.[id];
    if (mark === undefined) statement.unanswered += sign;
    else if (mark === NO_POSITION) statement.noPosition += sign;
    else statement.counts[mark] = (statement.counts[mark] ?? 0) + sign;
  }
}

/** Adds the counts of the second tally to the first. */
export function mergeScale(into: ScaleTally, from: ScaleTally): void {
  for (const [id, statement] of Object.entries(from.statements)) {
    const target = into.statements[id];
    if (target === undefined) throw new Error(`tallies of different items: statement ${id}`);
    addInto(target.counts, statement.counts);
    target.noPosition += statement.noPosition;
    target.unanswered += statement.unanswered;
  }
}
