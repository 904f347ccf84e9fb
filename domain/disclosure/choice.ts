import { z } from "zod";
import type { ChoiceTally } from "@/domain/tally/choice";
import { sum } from "@/domain/tally/counts";
import { FEWEST_POSITIONS } from "./cell";
import { cellSchema } from "./cell-shape";
import { cellsOf } from "./table";
import { tooFewSchema } from "./too-few";

/** One table: its options, in the order of the item. */
export const choiceTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({
    kind: z.literal("options"),
    n: z.int(),
    options: z.array(z.strictObject({ optionId: z.string(), cell: cellSchema })),
  }),
]);
export type ChoiceTable = z.infer<typeof choiceTableSchema>;

/** What may be shown of a choice. */
export function choiceTable(tally: ChoiceTally, optionIds: readonly string[]): ChoiceTable {
  const counts = optionIds.map((id) => tally.options[id] ?? 0);
  const n = sum(counts);
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n };
  return {
    kind: "options",
    n,
    options: cellsOf(counts).map((cell, index) => ({ optionId: optionIds[index] ?? "", cell })),
  };
}
