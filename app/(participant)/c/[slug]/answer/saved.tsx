"use client";

import { useTranslations } from "next-intl";
import type { useDraft } from "./use-draft";

type SavedProps = { readonly draft: ReturnType<typeof useDraft> };

/** Says whether what is on the screen is kept on this device. */
export function Saved({ draft }: SavedProps) {
  const t = useTranslations("participant.answer");
  const { keeping, fromAnotherTab } = draft;
  return (
    <span className="saved" role="status">
      {keeping === "kept" && (
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12.5l4.5 4.5L19 7.5" />
        </svg>
      )}
      {fromAnotherTab ? t("fromAnotherTab") : t(`keeping.${keeping}`)}
    </span>
  );
}
