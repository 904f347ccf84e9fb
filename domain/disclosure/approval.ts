import { z } from "zod";
import type { ApprovalItem } from "@/domain/questionnaire/approval";
import type { ApprovalTally } from "@/domain/tally/approval";
import { type ApprovalMark, approvalMarks, approvalRanges } from "./approval-auditor";
import { type Cell, cellOf, FEWEST_POSITIONS, type Mark, type Range } from "./cell";
import { cellSchema } from "./cell-shape";
import { tooFewSchema } from "./too-few";

/** One small table, yes and no, per option, in the order of the item. */
export const approvalTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({
    kind: z.literal("options"),
    n: z.int(),
    options: z.array(z.strictObject({ optionId: z.string(), yes: cellSchema, no: cellSchema })),
  }),
]);
export type ApprovalTable = z.infer<typeof approvalTableSchema>;

/** What may be shown of an approval: the options are audited together under the item's minimum and maximum. */
export function approvalTable(item: ApprovalItem, tally: ApprovalTally): ApprovalTable {
  const n = tally.answered;
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n };
  const yes = item.options.map(({ id }) => tally.yes[id] ?? 0);
  const bounds = { least: n * (item.minimum ?? 0), most: n * (item.maximum ?? item.options.length) };
  const marks = approvalMarks(yes, n, bounds);
  const ranges = approvalRanges(marks, n, bounds);
  return {
    kind: "options",
    n,
    options: item.options.map(({ id }, index) => ({
      optionId: id,
      ...yesAndNo(marks[index] ?? "hidden", ranges[index] ?? [0, n], n),
    })),
  };
}

function yesAndNo(mark: ApprovalMark, [from, to]: Range, n: number): { yes: Cell; no: Cell } {
  const marks = cellMarks(mark, n);
  return { yes: cellOf(marks.yes, [from, to]), no: cellOf(marks.no, [n - to, n - from]) };
}

function cellMarks(mark: ApprovalMark, n: number): { yes: Mark; no: Mark } {
  if (mark === "nearlyAllYes") return { yes: "allOrNearlyAll", no: "notShown" };
  if (mark === "nearlyAllNo") return { yes: "notShown", no: "allOrNearlyAll" };
  if (mark === "hidden") return { yes: "notShown", no: "notShown" };
  return { yes: mark, no: n - mark };
}
