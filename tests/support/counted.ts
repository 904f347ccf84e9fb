import type { CountedStatement } from "@/domain/disclosure/counted-groups";
import { scaleTable } from "@/domain/disclosure/scale";

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

/** Groups by their sides (for, neither on an odd scale, against), and those of whoever names none. */
type Sides = {
  readonly groups: readonly (readonly number[])[];
  readonly others?: readonly number[] | undefined;
  /** How many take no position: of each group, and last of whoever names none. */
  readonly without?: readonly number[];
};

/** One statement of a round as it was counted, on a scale of as many categories as there are sides. */
export function countedOf({ groups, others = [], without = [] }: Sides): CountedStatement {
  const totals = (groups[0] ?? []).map((_, column) =>
    sum([...groups, others].map((sides) => sides[column] ?? 0)),
  );
  return {
    groups: groups.map((sides, index) => ({
      groupId: `g${index}`,
      name: `Group ${index}`,
      sides,
      n: sum(sides),
      responses: sum(sides) + (without[index] ?? 0),
    })),
    others: sum(others) + (without[groups.length] ?? 0),
    sides: totals,
    table: scaleTable(totals.toReversed()),
  };
}
