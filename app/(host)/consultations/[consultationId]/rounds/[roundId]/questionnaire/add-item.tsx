"use client";

import { useTranslations } from "next-intl";
import { blankItem } from "@/domain/questionnaire/blank";
import { MOST, withAgendaQuestion } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { draw } from "./fresh";
import { thenFocus } from "./then-focus";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type AddItemProps = {
  readonly draft: QuestionnaireDraft;
  readonly question: AgendaQuestion;
  readonly issue?: string | undefined;
  readonly turnTo: (id: string) => void;
};

const KINDS: readonly Item["kind"][] = ["scale", "choice", "approval", "ranking", "text"];

/** One button for each kind of item; the new one stands last and is turned to. */
export function AddItem({ draft, question, issue, turnTo }: AddItemProps) {
  const t = useTranslations("questionnaire");
  const full = question.items.length >= MOST.items;

  function add(kind: Item["kind"]) {
    if (full) return;
    const item = blankItem(draft.questionnaire, kind, draw);
    const items = [...question.items, item];
    thenFocus(
      () => {
        draft.change(withAgendaQuestion(draft.questionnaire, { ...question, items }));
        turnTo(item.id);
      },
      () => document.getElementById("edit-prompt"),
    );
  }

  return (
    <fieldset>
      <legend className="label">{t("addItem")}</legend>
      <div className="stack">
        <div className="choices">
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="kindpick"
              aria-disabled={full}
              onClick={() => add(kind)}
            >
              <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 5v14M5 12h14" />
              </svg>
              {t(`kinds.${kind}`)}
            </button>
          ))}
        </div>
        {issue !== undefined && <p className="error">{issue}</p>}
        <p className="help">{full ? t("fullItems", { most: MOST.items }) : t("addItemHelp")}</p>
      </div>
    </fieldset>
  );
}
