"use client";

import { useTranslations } from "next-intl";

type BackButtonProps = {
  /** Undefined on the first page. */
  readonly onBack: (() => void) | undefined;
};

/** To the page before, from the bar below. */
export function BackButton({ onBack }: BackButtonProps) {
  const t = useTranslations("participant.answer");
  return (
    <button
      type="button"
      className="btn secondary fit"
      aria-label={t("back")}
      aria-disabled={onBack === undefined}
      onClick={onBack}
    >
      <svg className="icon flips" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M19 12H5M11 6l-6 6 6 6" />
      </svg>
    </button>
  );
}
