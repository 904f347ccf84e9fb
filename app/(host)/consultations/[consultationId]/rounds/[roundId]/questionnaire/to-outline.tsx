"use client";

import { useTranslations } from "next-intl";

/** Leads back to the outline where it stands above the panel, on a narrow screen. */
export function ToOutline() {
  const t = useTranslations("questionnaire");
  return (
    <p className="to-outline">
      <button
        type="button"
        className="btn quiet small"
        onClick={() => document.getElementById("outline")?.focus()}
      >
        {t("toOutline")}
      </button>
    </p>
  );
}
