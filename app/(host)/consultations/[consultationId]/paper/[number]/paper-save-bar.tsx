"use client";

import { useTranslations } from "next-intl";
import type { PaperDraft } from "./use-paper-draft";

type PaperSaveBarProps = {
  readonly draft: PaperDraft;
  /** Where the newest version can be read beside this one. */
  readonly address: string;
};

/** Always in sight: whether everything is saved, what the server said, and Save. */
export function PaperSaveBar({ draft, address }: PaperSaveBarProps) {
  const t = useTranslations("paper");
  const state = draft.pending
    ? "saving"
    : draft.unsaved
      ? "unsaved"
      : draft.succeeded
        ? "saved"
        : "unchanged";
  return (
    <footer className="actionbar savebar">
      <div>
        <div className="refusal" role="alert">
          {draft.refused !== undefined && (
            <div className="notice caution">
              <p>{draft.refused ?? t("noReply")}</p>
              {draft.changedByAnother && (
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
          {t(`saveStates.${state}`)}
        </p>
        <button
          type="button"
          className="btn fit"
          aria-disabled={draft.pending}
          onClick={() => !draft.pending && draft.save()}
        >
          {t("save")}
        </button>
      </div>
    </footer>
  );
}
