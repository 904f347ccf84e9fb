import type { Cell } from "@/domain/disclosure/cell";
import type { ReleasedStatement } from "@/domain/disclosure/release";
import type { Answers } from "@/domain/questionnaire/shapes/questionnaire";
import type { ScaleItem } from "@/domain/questionnaire/shapes/scale";
import { rowsWithin } from "./labels";
import { isCounts, printed, type Subject, spansOf, withoutKnown, writtenOut } from "./subject";

type Sides = { readonly for: Cell; readonly neither: Cell | null; readonly against: Cell };

/** The cells of the sides from against to for, as the categories stand. */
export const sideCells = ({ against, neither, for: support }: Sides): Cell[] =>
  neither === null ? [against, support] : [against, neither, support];

/** Which side a category is on: 0 against, then neither on an odd scale, then for. */
export function sideOf(category: number, categories: number): number {
  const half = Math.floor(categories / 2);
  if (category < half) return 0;
  return categories % 2 === 1 && category > half ? 2 : 1;
}

/** The category somebody marked, null where they take no position. */
export function categoryOf(answers: Answers, { id }: ScaleItem, statementId: string): number | null {
  const answer = answers[id];
  const mark = answer?.kind === "scale" ? answer.marks[statementId] : undefined;
  return typeof mark === "number" ? mark : null;
}

/** What can be read of a statement as a whole: its sides, and its categories where they are shown. */
export function statementSubjects({ statementId, table }: ReleasedStatement, item: ScaleItem): Subject[] {
  if (table.kind === "tooFew") return [];
  const size = item.categories.length;
  const sides = printed(`${item.id} ${statementId}`, table.n, sideCells(table.sides));
  if (table.kind === "sides") {
    const rows = rowsWithin(spansOf(sides), table.n, table.n);
    return [
      writtenOut(
        [sides],
        (answers) => {
          const category = categoryOf(answers, item, statementId);
          return [category === null ? null : sideOf(category, size)];
        },
        (known) => {
          const cells = known.map(([cell = null]) => cell);
          return [rows.map((row) => withoutKnown(row, cells)).filter(isCounts)];
        },
      ),
    ];
  }
  const categories = printed(`${item.id} ${statementId} by category`, table.n, table.categories);
  const inSides = (row: readonly number[]) =>
    sideCells(table.sides).map((_, side) =>
      row.reduce((total, count, category) => total + (sideOf(category, size) === side ? count : 0), 0),
    );
  const saidOfSides = spansOf(sides);
  const rows = rowsWithin(spansOf(categories), table.n, table.n).filter((row) =>
    inSides(row).every((count, side) => {
      const [from, to] = saidOfSides[side] ?? [0, 0];
      return count >= from && count <= to;
    }),
  );
  return [
    writtenOut(
      [sides, categories],
      (answers) => {
        const category = categoryOf(answers, item, statementId);
        return category === null ? [null, null] : [sideOf(category, size), category];
      },
      (known) => {
        const cells = known.map(([, category = null]) => category);
        const left = rows.map((row) => withoutKnown(row, cells)).filter(isCounts);
        return [left.map(inSides), left];
      },
    ),
  ];
}
