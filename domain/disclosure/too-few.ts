import { z } from "zod";

/** Fewer than 10 positions: nothing but their number is shown (rule 1). */
export const tooFewSchema = z.strictObject({ kind: z.literal("tooFew"), n: z.int().min(0) });
export type TooFew = z.infer<typeof tooFewSchema>;
