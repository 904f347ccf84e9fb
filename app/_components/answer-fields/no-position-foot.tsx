"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";

type NoPositionFootProps = {
  /** Name of the radio group that "no position" belongs to. */
  readonly name: string;
  readonly what: string;
  readonly answered: boolean;
  readonly noPosition: boolean;
  readonly onNoPosition: () => void;
  readonly onClear: () => void;
};

/** Under the controls of an item: "no position", which is an answer, and what tells that there is none yet. */
export function NoPositionFoot({
  name,
  what,
  answered,
  noPosition,
  onNoPosition,
  onClear,
}: NoPositionFootProps) {
  const t = useTranslations("answerFields");
  const cleared = useRef(false);

  /** What was cleared with the keyboard says so where its button stood, and the focus stays there. */
  function follow(left: HTMLElement | null) {
    if (left === null || !cleared.current) return;
    cleared.current = false;
    left.focus();
  }

  function clear() {
    cleared.current = true;
    onClear();
  }

  return (
    <div className="scale-foot">
      <label className="nopos">
        <input type="radio" name={name} checked={noPosition} onChange={onNoPosition} />
        <span>{t("noPosition")}</span>
      </label>
      {answered ? (
        <button type="button" className="clear" aria-label={t("clearOf", { what })} onClick={clear}>
          {t("clear")}
        </button>
      ) : (
        <span className="unanswered" tabIndex={-1} ref={follow}>
          {t("unanswered")}
        </span>
      )}
    </div>
  );
}
