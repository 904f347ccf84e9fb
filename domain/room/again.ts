import { withoutBreakdown } from "@/domain/questionnaire/breakdown";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";

/** A round in draft as far as asking again goes. */
type Draft = {
  readonly id: string;
  readonly number: number;
  readonly questionnaire: Questionnaire;
  /** 1 where no host has saved it yet. */
  readonly questionnaireVersion: number;
};

const itemsAsked = (questionnaire: Questionnaire): string =>
  JSON.stringify(
    itemsOf(questionnaire)
      .map(({ id, kind }) => `${id} ${kind}`)
      .toSorted(),
  );

/** What asks the same again: without the groups, which are asked for in one round alone. */
export const askedAgain = (questionnaire: Questionnaire): Questionnaire => withoutBreakdown(questionnaire);

/**
 * The first of the drafts after a round that asks the same items, and whether the round's words are to be carried over into
 * it: a draft that hosts have prepared stays as they did. Null where there is none, so that a spare key is needed.
 */
export function draftToAskAgain<Planned extends Draft>(
  asked: Pick<Draft, "number" | "questionnaire">,
  drafts: readonly Planned[],
): { readonly draft: Planned; readonly carryOver: boolean } | null {
  const items = itemsAsked(asked.questionnaire);
  const fits = ({ questionnaire, questionnaireVersion }: Planned) =>
    itemsAsked(questionnaire) === items ||
    (questionnaireVersion === 1 && itemsOf(questionnaire).length === 0);
  const draft = drafts
    .filter(({ number }) => number > asked.number)
    .toSorted((one, other) => one.number - other.number)
    .find(fits);
  return draft === undefined ? null : { draft, carryOver: draft.questionnaireVersion === 1 };
}
