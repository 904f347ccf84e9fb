import { useLocale, useTranslations } from "next-intl";
import { dateWords } from "@/domain/consultation/moment";
import type { Letter } from "@/domain/letter/letter";

/** A letter of transmittal as a sheet that also prints. It bears no emblem: whoever signs prints it on their own paper. */
export function LetterPaper({ letter }: { readonly letter: Letter }) {
  const t = useTranslations("letterPage");
  const locale = useLocale();
  const date = letter.date === "" ? "" : dateWords(`${letter.date}T12:00:00Z`, "UTC", locale);
  return (
    <article className="report letter letter-sheet" aria-label={t("letter")}>
      <div className="letterhead">
        {letter.signatories.map(({ mission }) => (
          <div key={mission}>
            <b>{mission}</b>
          </div>
        ))}
      </div>
      <p className="help">
        {letter.reference !== "" && (
          <>
            {t("reference", { reference: letter.reference })}
            <br />
          </>
        )}
        {[letter.place, date].filter((part) => part !== "").join(", ")}
      </p>
      {letter.addressee.length > 0 && <address>{letter.addressee.join("\n")}</address>}
      <p>
        <b>{t("subject", { subject: letter.subject })}</b>
        {letter.agendaItem !== "" && (
          <>
            <br />
            {t("agendaItem", { item: letter.agendaItem })}
          </>
        )}
      </p>
      <p>{letter.salutation}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>{letter.closing}</p>
      <div className="signers">
        {letter.signatories.map(({ name, title, mission }) => (
          <div key={mission}>
            {name === "" ? t("nameToFill") : name}
            <br />
            {title}
            <br />
            {mission}
          </div>
        ))}
      </div>
      <p className="help">{t("annex", { annex: letter.annex })}</p>
    </article>
  );
}
