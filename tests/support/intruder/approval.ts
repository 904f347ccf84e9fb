import type { ReleasedApproval } from "@/domain/disclosure/release";
import type { ApprovalItem } from "@/domain/questionnaire/shapes/approval";
import { rowsWithin, type Span } from "./labels";
import { printed, type Subject, spansOf, type Table, type Vote, withoutKnown, writtenOut } from "./subject";

/**
 * What can be read of an approval: yes and no for each option, tied by how many options one answer may hold. Any rows
 * of yes whose sum keeps to that are rounds of answers: deal the approvals out in turn.
 */
export function approvalSubjects({ itemId, table }: ReleasedApproval, item: ApprovalItem): Subject[] {
  if (table.kind === "tooFew") return [];
  const { n, options } = table;
  const tables = options.map(({ optionId, yes, no }) => printed(`${itemId} ${optionId}`, n, [yes, no]));
  const [fewest, most] = [item.minimum ?? 0, item.maximum ?? options.length];
  const rows = rowsWithin(yesSpans(tables, n), n * fewest, n * most);
  return [
    writtenOut(
      tables,
      (answers) => {
        const answer = answers[itemId];
        if (answer?.kind !== "approval" || answer.options === "noPosition") return options.map(() => null);
        const approved = answer.options;
        return options.map(({ optionId }) => (approved.includes(optionId) ? 0 : 1));
      },
      (known) => {
        const votes = known.filter((vote) => vote.some((cell) => cell !== null));
        const others = n - votes.length;
        const left = rows
          .map((row) => (others === n ? row : lessApprovals(row, votes)))
          .filter((row) => {
            const sum = row.reduce((total, count) => total + count, 0);
            const within = row.every((count) => count >= 0 && count <= others);
            return within && sum >= others * fewest && sum <= others * most;
          });
        return options.map((_, option) => left.map((row) => [row[option] ?? 0, others - (row[option] ?? 0)]));
      },
    ),
  ];
}

const lessApprovals = (row: readonly number[], votes: readonly Vote[]): number[] =>
  withoutKnown(
    row,
    votes.flatMap((vote) => vote.flatMap((cell, option) => (cell === 0 ? [option] : []))),
  );

/**
 * The counts of yes that each option's words allow. Where an option is hidden beside others that are not, rule 3 hid a
 * count that rule 2 would have shown.
 */
function yesSpans(tables: readonly Table[], n: number): Span[] {
  const isHidden = ({ cells }: Table) => cells?.every(({ kind }) => kind === "notShown");
  const nothing = tables.every(isHidden);
  return tables.map((table): Span => {
    if (isHidden(table) && !nothing) return [3, n - 3];
    const [yes = [0, n], no = [0, n]] = spansOf(table);
    return [Math.max(yes[0], n - no[1]), Math.min(yes[1], n - no[0])];
  });
}
