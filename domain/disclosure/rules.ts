import { z } from "zod";

/** The rules of disclosure control and of the phrases by which a release was made. */
export const RULES = { disclosure: "disclosure-1", ladder: "ladder-1" } as const;

export const rulesSchema = z.strictObject({
  disclosure: z.literal(RULES.disclosure),
  ladder: z.literal(RULES.ladder),
});
