"use client";

import { useTranslations } from "next-intl";
import type { QuestionnaireDraft } from "./use-questionnaire-draft";

type SaveBarProps = {
  readonly draft: QuestionnaireDraft;
  /** Where the newest version can be read beside this one. */
  readonly address: string;
  readonly onUndo: () => void;
};

/** Always in sight: whether everything is saved, what can be undone, what the server said, and Save. */
export function SaveBar({ draft, address, onUndo }: SaveBarProps) {
  const t = useTranslations("questionnaire");
  const { saving, lastRemoval } = draft;
  const state = saving.waiting
    ? "waiting"
    : saving.pending
      ? "saving"
      : draft.unsaved
        ? "unsaved"
        : saving.succeeded
          ? "saved"
          : "unchanged";
  return (
    <footer className="actionbar savebar">
      <div>
        <div className="refusal" role="alert">
          {saving.refused !== undefined && (
            <div className="notice caution">
              <p>{saving.refused ?? t("noReply")}</p>
              {saving.changedByAnother && (
                <p className="row">
                  <a className="btn secondary small" href={address} target="_blank" rel="noreferrer">
                    {t("seeOther")}
                  </a>
                  <button type="button" className="btn secondary small" onClick={draft.saveOver}>
                    {t("saveOver")}
                  </button>
                  <button type="button" className="btn quiet small" onClick={draft.takeOther}>
                    {t("takeOther")}
                  </button>
                </p>
              )}
            </div>
          )}
        </div>
        <p className={`grow tag ${draft.unsaved ? "alert" : "done"}`} role="status">
          {t(`states.${state}`)}
        </p>
        {lastRemoval !== undefined && !draft.undoable && <p className="help">{t("noRoom")}</p>}
        {lastRemoval !== undefined && (
          <button
            type="button"
            className="btn secondary fit"
            aria-label={t(`undo.${lastRemoval.what}`)}
            aria-disabled={!draft.undoable}
            onClick={onUndo}
          >
            {t("undo.short")}
          </button>
        )}
        <button
          type="button"
          className="btn fit"
          aria-disabled={saving.pending}
          onClick={() => !saving.pending && draft.save()}
        >
          {t("save")}
        </button>
      </div>
    </footer>
  );
}
