"use client";

import { useLocale, useTranslations } from "next-intl";
import { momentParts } from "@/domain/consultation/moment";
import type { SignOffState } from "./sign-off";

type SignOffMissionProps = {
  readonly mission: SignOffState["missions"][number];
  readonly timeZone: string;
};

/** One co-hosting mission: whether it has signed, and then who did and when. */
export function SignOffMission({ mission, timeZone }: SignOffMissionProps) {
  const t = useTranslations("signOff");
  const tMoment = useTranslations("moment");
  const locale = useLocale();
  const { name, signature, withdrawn } = mission;
  return (
    <li>
      <span className="m">{name}</span>
      <span className={signature === null ? "tag none" : "tag done"}>
        {t(signature === null ? "notSigned" : "signed")}
      </span>
      {signature !== null && (
        <span className="help">
          {t("by", {
            name: signature.by,
            moment: tMoment.markup("whole", {
              ...momentParts(signature.signedAt, timeZone, locale),
              utc: (chunks) => chunks,
            }),
          })}
        </span>
      )}
      {signature === null && withdrawn && <span className="help">{t("withdrawn")}</span>}
    </li>
  );
}
