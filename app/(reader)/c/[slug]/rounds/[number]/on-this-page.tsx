import { useTranslations } from "next-intl";
import { anchorOf } from "@/app/_components/figures/agenda-sections";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";

type OnThisPageProps = { readonly questionnaire: Questionnaire; readonly moved: boolean };

/** The sections of a round's page, beside them on a wide screen. */
export function OnThisPage({ questionnaire, moved }: OnThisPageProps) {
  const t = useTranslations("roundFindings");
  const tMovement = useTranslations("movement");
  return (
    <nav className="toc" aria-label={t("onThisPage")}>
      <h2>{t("onThisPage")}</h2>
      <a href="#main">{t("inBrief")}</a>
      {questionnaire.agendaQuestions.map(({ id, text }, index) => (
        <a href={`#${anchorOf(id)}`} key={id}>
          <span className="clamp">
            {index + 1}. {text}
          </span>
        </a>
      ))}
      {moved && <a href="#movement">{tMovement("title")}</a>}
      {questionnaire.breakdown !== undefined && <a href="#groups">{t("groups")}</a>}
      <a href="#participation">{t("participation")}</a>
      <a href="#withheld">{t("withheld")}</a>
      <a href="#phrases">{t("phrasesTitle")}</a>
    </nav>
  );
}
