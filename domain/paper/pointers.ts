import type { Issue } from "@/domain/issue";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";

/**
 * What keeps a questionnaire from being asked because an item points at a paragraph that participants could not read:
 * one that the circulated version lacks, or any where none is circulated. `paragraphs` are the ids of that version.
 */
export function pointerIssues(questionnaire: Questionnaire, paragraphs: readonly string[]): Issue[] {
  const there = new Set(paragraphs);
  return itemsOf(questionnaire).flatMap(({ id, paragraph }): Issue[] =>
    paragraph === undefined || there.has(paragraph) ? [] : [{ code: "paragraph_not_circulated", at: id }],
  );
}
