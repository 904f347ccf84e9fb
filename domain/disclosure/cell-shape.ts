import { z } from "zod";
import { type Cell, SMALLEST_SHOWN } from "./cell";

const whole = z.int().min(0);

/** Apart from what reads cells, which browsers load. A cell as rule 2 allows it: neither 1 nor 2, and no range of a single number. */
export const cellSchema: z.ZodType<Cell> = z.union([
  z.strictObject({
    kind: z.literal("count"),
    count: whole.refine((count) => count === 0 || count >= SMALLEST_SHOWN),
  }),
  z
    .strictObject({ kind: z.enum(["oneOrTwo", "notShown", "allOrNearlyAll"]), from: whole, to: whole })
    .refine(({ from, to }) => from < to),
]);
