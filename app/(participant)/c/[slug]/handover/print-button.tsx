"use client";

import { useTranslations } from "next-intl";

/** Prints the page that it stands on. */
export function PrintButton() {
  const t = useTranslations("handover");
  return (
    <button type="button" className="btn secondary small" onClick={() => window.print()}>
      {t("print")}
    </button>
  );
}
