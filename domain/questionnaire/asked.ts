import { BREAKDOWN } from "./breakdown";
import { itemsOf, type Questionnaire } from "./questionnaire";

/**
 * Everything that a round asks, by the id under which its answers and their leaves stand, with its wording: the items in
 * their order, and last the group where the round asks for one.
 */
export function promptsOf(questionnaire: Questionnaire): Map<string, string> {
  const { breakdown } = questionnaire;
  const prompts = new Map(itemsOf(questionnaire).map(({ id, prompt }) => [id, prompt]));
  return breakdown === undefined ? prompts : prompts.set(BREAKDOWN, breakdown.question);
}
