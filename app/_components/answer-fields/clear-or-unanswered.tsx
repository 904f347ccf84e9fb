"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";

type ClearOrUnansweredProps = {
  readonly what: string;
  readonly answered: boolean;
  readonly onClear: () => void;
};

/** What takes an answer back, or tells in the same place that there is none. */
export function ClearOrUnanswered({ what, answered, onClear }: ClearOrUnansweredProps) {
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

  if (answered)
    return (
      <button type="button" className="clear" aria-label={t("clearOf", { what })} onClick={clear}>
        {t("clear")}
      </button>
    );
  return (
    <span className="unanswered" tabIndex={-1} ref={follow}>
      {t("unanswered")}
    </span>
  );
}
