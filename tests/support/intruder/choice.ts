import type { ReleasedChoice } from "@/domain/disclosure/release";
import { rowsWithin } from "./labels";
import { isCounts, printed, type Subject, spansOf, withoutKnown, writtenOut } from "./subject";

/** What can be read of a choice: one table of its options. */
export function choiceSubjects({ itemId, table }: ReleasedChoice): Subject[] {
  if (table.kind === "tooFew") return [];
  const options = printed(
    itemId,
    table.n,
    table.options.map(({ cell }) => cell),
  );
  const rows = rowsWithin(spansOf(options), table.n, table.n);
  return [
    writtenOut(
      [options],
      (answers) => {
        const answer = answers[itemId];
        const chosen = answer?.kind === "choice" ? answer.option : null;
        const place = table.options.findIndex(({ optionId }) => optionId === chosen);
        return [place < 0 ? null : place];
      },
      (known) => {
        const cells = known.map(([cell = null]) => cell);
        return [rows.map((row) => withoutKnown(row, cells)).filter(isCounts)];
      },
    ),
  ];
}
