import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { itemBase, labelSchema } from "./label";
import { labelIssues, namedTwice, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";

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

/** What keeps a ranking item from being asked. */
export function rankingItemIssues(item: RankingItem): Issue[] {
  return labelIssues(item.id, item.options, { atLeast: 2, missing: "too_few_options" });
}

/** What keeps an answer to this ranking item from being accepted. */
export function rankingAnswerIssues(item: RankingItem, answer: RankingAnswer): Issue[] {
  if (answer.places === NO_POSITION) return [];
  const named = answer.places.flat();
  const issues = [...unknownIds(item.id, item.options, named), ...namedTwice(item.id, named)];
  if (named.length === 0) issues.push({ code: "answer_empty", at: item.id });
  return issues;
}
