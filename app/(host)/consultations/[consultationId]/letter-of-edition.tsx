"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LetterStanding } from "@/domain/letter/standing";

type LetterOfEditionProps = { readonly consultationId: string; readonly standing: LetterStanding };

/** Whether the letter goes with the edition that is signed here, said where it is signed. */
export function LetterOfEdition({ consultationId, standing }: LetterOfEditionProps) {
  const t = useTranslations("signOff.letter");
  const worrying = standing === "incomplete" || standing === "older";
  return (
    <div className={worrying ? "notice caution" : "fine"}>
      <p>
        <b>{t("title")}</b> {t(standing)}
      </p>
      <Link className="btn quiet small" href={`/consultations/${consultationId}/letter`}>
        {t("read")}
      </Link>
    </div>
  );
}
