import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Release } from "@/domain/disclosure/release";
import { withheldOf } from "@/domain/report/withheld";
import { Words } from "./words";

type ParticipationSectionProps = {
  readonly participation: Release["participation"];
  /** Where a reader can check it. */
  readonly children?: ReactNode;
};

/** Seats, credentials and responses: how many, and that nobody knows which. */
export function ParticipationSection({ participation, children }: ParticipationSectionProps) {
  const t = useTranslations("roundFindings");
  const tSeveral = useTranslations("severalSeats");
  const facts = ["invited", "issued", "replaced", "received"] as const;
  return (
    <section id="participation">
      <h2>{t("participation")}</h2>
      <dl className="sees">
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>
              <b>{t("count", { count: participation[fact] })}</b>
            </dd>
          </div>
        ))}
      </dl>
      {participation.severalSeats && <p>{tSeveral("round")}</p>}
      <p className="help">{t("participationHelp")}</p>
      {children}
    </section>
  );
}

/** What a reader does not find here, and why: first for this round, then what each mark means. */
export function WithheldSection({ round }: { readonly round: Parameters<typeof withheldOf>[0] }) {
  const t = useTranslations("roundFindings");
  const withheld = withheldOf(round);
  const marks = [
    ...(["oneOrTwo", "notShown", "allOrNearlyAll"] as const),
    ...(round.questionnaire.breakdown ? (["groupNotShown"] as const) : []),
    ...(["openAnswers", "beforeClose"] as const),
  ];
  return (
    <section id="withheld">
      <h2>{t("withheld")}</h2>
      {withheld.length === 0 ? (
        <p>{t("withheldNothing")}</p>
      ) : (
        <ul className="bullets">
          {withheld.map((message) => (
            <li key={`${message.key} ${message.values.about ?? ""}`}>
              <Words message={message} />
            </li>
          ))}
        </ul>
      )}
      <dl className="sees">
        {marks.map((mark) => (
          <div key={mark}>
            <dt>{t(mark)}</dt>
            <dd>{t(`${mark}Why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
