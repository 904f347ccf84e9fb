"use client";

import { useTranslations } from "next-intl";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import type { Removal } from "@/domain/questionnaire/editing";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { itemNumber, placeOf } from "./place";
import { panelHead, thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

/** The part to turn to once a removal is undone; of a whole draft none, so that the host stays at the same part. */
function partOf(removal: Removal): string | undefined {
  if (removal.what === "questionnaire") return undefined;
  if ("itemId" in removal) return removal.itemId;
  return removal.what === "agendaQuestion" || removal.what === "item" ? removal.entry.id : BREAKDOWN;
}

/** Undoes the last removal, turns to what is back, and says so. */
export function useUndo(draft: QuestionnaireDraft, turnTo: (id: string) => void) {
  const t = useTranslations("questionnaire");

  function sentenceOf(removal: Removal): string {
    switch (removal.what) {
      case "agendaQuestion": {
        const stands = draft.questionnaire.agendaQuestions.findIndex(({ id }) => id === removal.entry.id);
        return t("parts.question.back", { number: (stands === -1 ? removal.index : stands) + 1 });
      }
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
      case "breakdown":
        return t("breakdown.back");
      case "group":
        return t("parts.group.back", { number: removal.index + 1 });
      case "groups":
        return t("breakdown.groupsBack");
      case "questionnaire":
        return t("lineage.draftBack");
    }
  }

  return () => {
    const removal = draft.lastRemoval;
    if (removal === undefined || !draft.undoable) return;
    thenFocus(() => {
      draft.undo();
      draft.say(sentenceOf(removal));
      const part = partOf(removal);
      if (part !== undefined) turnTo(part);
    }, panelHead);
  };
}
