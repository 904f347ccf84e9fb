import { z } from "zod";
import { FEWEST_POSITIONS } from "./cell";
import { sidesSchema } from "./scale";

/** One self-declared group of a breakdown (rule 5): its sides on one statement, of 10 positions or more. */
export const groupTableSchema = z.strictObject({
  groupId: z.string(),
  name: z.string(),
  n: z.int().min(FEWEST_POSITIONS),
  sides: sidesSchema,
});
export type GroupTable = z.infer<typeof groupTableSchema>;
