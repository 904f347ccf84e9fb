"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { useServiceTime } from "@/app/_components/service-time";
import { copiesUntil, type Withdrawal, withdrawalIssues } from "@/domain/consultation/erratum";

type WithdrawalPreviewProps = {
  readonly number: number;
  readonly timeZone: string;
  readonly withdrawal: Withdrawal;
};

/** The notice of a withdrawal as everybody will read it, were it withdrawn now. */
export function WithdrawalPreview({ number, timeZone, withdrawal }: WithdrawalPreviewProps) {
  const t = useTranslations("errata");
  const now = useServiceTime();
  if (now === null || withdrawalIssues(withdrawal).length > 0)
    return <p className="notice">{t("previewEmpty")}</p>;
  return (
    <div className="notice">
      <p>{t("notice", { number })}</p>
      <p>{t("because", { reason: withdrawal.reason.trim() })}</p>
      <p>
        {t("copies")} <Moment at={copiesUntil(now, withdrawal).toISOString()} timeZone={timeZone} />.
      </p>
      <p>{t("anew")}</p>
    </div>
  );
}
