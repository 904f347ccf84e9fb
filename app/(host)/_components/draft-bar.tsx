"use client";

import { useTranslations } from "next-intl";

/** How a draft that is saved over a version stands with the server. */
export type DraftSaving = {
  readonly pending: boolean;
  /** Whether it waits for the network. */
  readonly waiting: boolean;
  readonly succeeded: boolean;
  /** The server's sentence; null where no reply came. */
  readonly refused: string | null | undefined;
  readonly changedByAnother: boolean;
};

type DraftBarProps = {
  readonly unsaved: boolean;
  readonly saving: DraftSaving;
  /** Where the newest version can be read beside this one. */
  readonly address: string;
  readonly onSave: () => void;
  readonly onSaveOver: () => void;
  readonly onTakeOther: () => void;
  /** Absent where nothing is undone here. */
  readonly undo?: {
    /** `null` while nothing can be undone. */
    readonly act: (() => void) | null;
    /** What it undoes, for those who hear the button alone. */
    readonly name?: string;
    /** Why what could be undone cannot be now. */
    readonly unavailable?: string | undefined;
  };
};

/** Always in sight: whether everything is saved, what can be undone, what the server said, and Save. */
export function DraftBar(props: DraftBarProps) {
  const { unsaved, saving, address, onSave, onSaveOver, onTakeOther, undo } = props;
  const t = useTranslations("draftBar");
  return (
    <footer className="actionbar savebar noprint">
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
                  <button type="button" className="btn secondary small" onClick={onSaveOver}>
                    {t("saveOver")}
                  </button>
                  <button type="button" className="btn quiet small" onClick={onTakeOther}>
                    {t("takeOther")}
                  </button>
                </p>
              )}
            </div>
          )}
        </div>
        <p className={`grow tag ${unsaved ? "alert" : "done"}`} role="status">
          {t(`states.${stateOf(unsaved, saving)}`)}
        </p>
        {undo?.unavailable !== undefined && <p className="help">{undo.unavailable}</p>}
        {undo !== undefined && (
          <button
            type="button"
            className="btn secondary fit"
            aria-label={undo.name}
            aria-disabled={undo.act === null}
            onClick={() => undo.act?.()}
          >
            {t("undo")}
          </button>
        )}
        <button
          type="button"
          className="btn fit"
          aria-disabled={saving.pending}
          onClick={() => !saving.pending && onSave()}
        >
          {t("save")}
        </button>
      </div>
    </footer>
  );
}

function stateOf(unsaved: boolean, { waiting, pending, succeeded }: DraftSaving) {
  if (waiting) return "waiting";
  if (pending) return "saving";
  if (unsaved) return "unsaved";
  return succeeded ? "saved" : "unchanged";
}
