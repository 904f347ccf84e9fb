import type { Breakdown } from "@/domain/questionnaire/breakdown";
import { sum } from "@/domain/tally/counts";
import type { Tally } from "@/domain/tally/tally";
import { type ScaleTable, sideCountRow } from "./scale";

/** One group as it was counted on one statement. */
export type CountedGroup = {
  readonly groupId: string;
  readonly name: string;
  /** For, neither where there is one, and against. */
  readonly sides: readonly number[];
  /** Positions: what the sides add up to. */
  readonly n: number;
  /** Responses that name the group, with a position or without. */
  readonly responses: number;
};

/** One statement as it was counted: its groups, how many responses name none, and what is released of all together. */
export type CountedStatement = {
  readonly groups: readonly CountedGroup[];
  readonly others: number;
  /** For, neither where there is one, and against, of all together. */
  readonly sides: readonly number[];
  readonly table: ScaleTable;
};

/** The groups of a breakdown on one statement of a scale. */
export function countedStatement(
  { groups }: Breakdown,
  tally: Tally,
  { itemId, statementId, table }: { itemId: string; statementId: string; table: ScaleTable },
): CountedStatement {
  const counted = groups.map(({ id, name }): CountedGroup => {
    const { scales, responses } = tally.groups?.[id] ?? { scales: {}, responses: 0 };
    const counts = scales[itemId]?.statements[statementId]?.counts;
    if (counts === undefined) throw new Error(`the tally is not of this breakdown: group ${id}`);
    return { groupId: id, name, sides: sideCountRow(counts), n: sum(counts), responses };
  });
  const all = tally.items[itemId];
  const counts = all?.kind === "scale" ? all.statements[statementId]?.counts : undefined;
  if (counts === undefined) throw new Error(`the tally is not of this statement: ${statementId}`);
  const others = tally.responses - sum(counted.map(({ responses }) => responses));
  return { groups: counted, others, sides: sideCountRow(counts), table };
}
