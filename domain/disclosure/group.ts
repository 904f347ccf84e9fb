import { z } from "zod";
import { FEWEST_POSITIONS } from "./cell";
import { sidesSchema } from "./scale-shape";

/** One self-declared group of a breakdown (rule 5): its sides on one statement, of 10 positions or more. */
export const groupTableSchema = z.strictObject({
  groupId: z.string(),
  name: z.string(),
  n: z.int().min(FEWEST_POSITIONS),
  sides: sidesSchema,
});
export type GroupTable = z.infer<typeof groupTableSchema>;

/** Too few positions to show; or as many as are needed, but together with the rest they would give a hidden count away. */
const reasonSchema = z.enum(["tooFew", "wouldDisclose"]);

/**
 * What of a breakdown is not shown on one statement, and why: single groups beside those that are shown, or all of them,
 * since fewer than two have 10 positions or since showing them would give a hidden count away. Never a count or a size.
 */
export const withheldSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("groups"),
    groups: z.array(z.strictObject({ groupId: z.string(), name: z.string(), reason: reasonSchema })),
  }),
  z.strictObject({ kind: z.literal("all"), reason: reasonSchema }),
]);
export type Withheld = z.infer<typeof withheldSchema>;
