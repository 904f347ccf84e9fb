"use client";

import { useTranslations } from "next-intl";
import type { Removal } from "@/domain/questionnaire/editing";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { itemNumber, placeOf } from "./place";
import { panelHead, thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

/** The part to turn to once a removal is undone. */
function partOf(removal: Removal): string {
  return removal.what === "agendaQuestion" || removal.what === "item" ? removal.entry.id : removal.itemId;
}

/** Undoes the last removal, turns to what is back, and says so. */
export function useUndo(draft: QuestionnaireDraft, turnTo: (id: string) => void) {
  const t = useTranslations("questionnaire");

  function sentenceOf(removal: Removal): string {
    switch (removal.what) {
      case "agendaQuestion":
        return t("parts.question.back", { number: removal.index + 1 });
      case "item": {
        const question = placeOf(draft.questionnaire, removal.questionId)?.questionIndex ?? 0;
        return t("parts.item.back", { number: itemNumber(question, removal.index) });
      }
      case "label": {
        const item = itemsOf(draft.questionnaire).find(({ id }) => id === removal.itemId);
        const part = item?.kind === "scale" ? "statement" : "option";
        return t(`parts.${part}.back`, { number: removal.index + 1 });
      }
      case "category":
        return t("parts.category.back", { number: removal.index + 1 });
      case "scale":
        return t("scaleBack");
    }
  }

  return () => {
    const removal = draft.lastRemoval;
    if (removal === undefined || !draft.undoable) return;
    thenFocus(() => {
      draft.undo();
      draft.say(sentenceOf(removal));
      turnTo(partOf(removal));
    }, panelHead);
  };
}
