import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { instantOf } from "@/domain/consultation/consultation";
import type { PathStep, SetUpDraft } from "@/domain/consultation/set-up-draft";
import { ReviewPart } from "./review-part";
import { type Beginning, isTemplate } from "./use-starts";

type ReviewStepProps = {
  readonly draft: SetUpDraft;
  readonly mission: string;
  readonly earlier: Beginning["earlier"];
  readonly go: (step: PathStep) => void;
};

/** Everything that was filled in, to be read over, each part with the way to where it is changed. */
export function ReviewStep({ draft, mission, earlier, go }: ReviewStepProps) {
  const t = useTranslations("setUpPath");
  const tSetUp = useTranslations("setUp");
  const tPlan = useTranslations("plan");
  const { fields, begunFrom, panel, seats } = draft;
  const { title, subject, rule, timeZone, coHosts, rounds } = fields;
  const moment = (local: string) => {
    const instant = instantOf(local, timeZone);
    return instant === null ? null : <Moment at={instant.toISOString()} timeZone={timeZone} />;
  };
  return (
    <>
      <ReviewPart step="start" go={go}>
        {isTemplate(begunFrom) ? (
          <p>{tSetUp(`templates.${begunFrom}.name`)}</p>
        ) : (
          <p>
            {t("copyOf", { title: earlier.find(({ id }) => id === begunFrom)?.title ?? "" })}{" "}
            {t("withPanel", { seats: panel ? seats : 0 })}
          </p>
        )}
      </ReviewPart>
      <ReviewPart step="particulars" go={go}>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{subject.trim() === "" ? t("emptySubject") : subject}</p>
        <p>{rule}</p>
      </ReviewPart>
      <ReviewPart step="coHosts" go={go}>
        {coHosts.length === 0 ? (
          <p>{t("noCoHosts", { mission })}</p>
        ) : (
          <ul className="bullets">
            <li>{mission}</li>
            {coHosts.map((coHost) => (
              <li key={coHost.key}>
                {coHost.mission} <span className="help">{coHost.email}</span>
              </li>
            ))}
          </ul>
        )}
      </ReviewPart>
      <ReviewPart step="rounds" go={go}>
        <ol className="stack">
          {rounds.map(({ key, level, opensAt, closesAt }, index) => (
            <li key={key}>
              {t("roundOf", { number: index + 1, level: tPlan(`levels.${level}`) })}
              <br />
              {tPlan("opensAt")}: {moment(opensAt)}
              <br />
              {tPlan("closesAt")}: {moment(closesAt)}
            </li>
          ))}
        </ol>
      </ReviewPart>
      <p className="help">{t("thenOn")}</p>
    </>
  );
}
