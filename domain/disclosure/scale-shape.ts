import { z } from "zod";
import { cellSchema } from "./cell-shape";
import { tooFewSchema } from "./too-few";

export const sidesSchema = z.strictObject({
  for: cellSchema,
  neither: cellSchema.nullable(),
  against: cellSchema,
});
/** For, neither (null on a scale with an even number of categories) and against. */
export type Sides = z.infer<typeof sidesSchema>;

/**
 * One statement's table: its categories, from most opposed to most in favour, where rule 2 allows them, otherwise its
 * sides alone. The sides stand in both, so that words and charts need not ask.
 */
export const scaleTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({
    kind: z.literal("categories"),
    n: z.int(),
    categories: z.array(cellSchema),
    sides: sidesSchema,
  }),
  z.strictObject({ kind: z.literal("sides"), n: z.int(), sides: sidesSchema }),
]);
export type ScaleTable = z.infer<typeof scaleTableSchema>;
