import { z } from "zod";
import { NO_POSITION } from "../position";
import { itemBase, labelSchema } from "./label";

/** An order of options, complete or partial, ties allowed. */
export const rankingItemSchema = z.object({
  ...itemBase,
  kind: z.literal("ranking"),
  options: z.array(labelSchema).max(12),
});
export type RankingItem = z.infer<typeof rankingItemSchema>;

/**
 * Places from the first to the last, each holding the ids that share it; or "no position". Options left out are
 * unranked and count as tied at the bottom.
 */
export const rankingAnswerSchema = z.object({
  kind: z.literal("ranking"),
  places: z.union([z.array(z.array(z.string().max(64)).min(1).max(12)).max(12), z.literal(NO_POSITION)]),
});
export type RankingAnswer = z.infer<typeof rankingAnswerSchema>;
