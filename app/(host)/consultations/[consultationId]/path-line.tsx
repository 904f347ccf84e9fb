"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { PATH, stepNumber } from "@/domain/consultation/set-up-draft";

type PathLineProps = {
  /** The address of the consultation. */
  readonly base: string;
  /** Where the questionnaire of its next round is edited, while it has one. */
  readonly questionnaire: string | undefined;
};

/** Until enrolment opens: the step of the guided path at which this page stands, and the ways back and on. */
export function PathLine({ base, questionnaire }: PathLineProps) {
  const t = useTranslations("setUpPath");
  const path = usePathname();
  const inPanel = path === `${base}/seats`;
  const inQuestionnaire = path.endsWith("/questionnaire");
  const atOverview = path === base;
  const here = (step: "questionnaire" | "panel") =>
    t("line.here", { number: stepNumber(step), all: PATH.length, name: t(`steps.${step}`) });
  return (
    <nav className="path-line noprint" aria-label={t("line.label")}>
      <p>
        {inPanel && here("panel")}
        {inQuestionnaire && here("questionnaire")}
        {atOverview && t("line.next")}
        {!inPanel && !inQuestionnaire && !atOverview && t("line.setUp")}
      </p>
      {(inQuestionnaire || atOverview) && <Link href={`${base}/settings`}>{t("line.toSettings")}</Link>}
      {!inQuestionnaire && questionnaire !== undefined && (
        <Link href={questionnaire}>{t("line.toQuestionnaire")}</Link>
      )}
      {!inPanel && <Link href={`${base}/seats`}>{t("line.toPanel")}</Link>}
      {!atOverview && <Link href={base}>{t("line.toOverview")}</Link>}
    </nav>
  );
}
