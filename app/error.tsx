"use client";

import { useTranslations } from "next-intl";

/** Shows what a procedure refused, in its own words; a bug shows only a sentence with its reference. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("error");
  return (
    <main className="sheet" id="main">
      <h1>{t("title")}</h1>
      <p className="lede">{t("what", { reference: error.digest ?? t("noReference") })}</p>
      <button type="button" className="btn" onClick={reset}>
        {t("again")}
      </button>
    </main>
  );
}
