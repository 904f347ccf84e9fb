"use client";

import { useTranslations } from "next-intl";

/** To the rules of what may be shown, beside the answers: in a tab of its own, so that nobody loses the place. */
export function MayBeShownLink() {
  const t = useTranslations("participant.answer");
  return (
    <p className="help">
      <a href="/what-may-be-shown" target="_blank" rel="noreferrer">
        {t("mayBeShown")}
      </a>
    </p>
  );
}
