import type { Issue } from "@/domain/issue";
import { labelIssues, namedTwice, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";
import type { RankingAnswer, RankingItem } from "./shapes/ranking";

export type { RankingAnswer, RankingItem } from "./shapes/ranking";

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
