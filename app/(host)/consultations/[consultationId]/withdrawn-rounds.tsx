import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import type { AppRouter } from "@/server/trpc/router";

type WithdrawnRoundsProps = {
  readonly withdrawn: inferRouterOutputs<AppRouter>["consultations"]["overview"]["withdrawn"];
};

/** The rounds that were withdrawn, for their hosts: why, and until when authors can copy their answers. */
export function WithdrawnRounds({ withdrawn }: WithdrawnRoundsProps) {
  const t = useTranslations("errata");
  return withdrawn.map(({ roundId, number, reason, withdrawnAt, copiesUntil, timeZone }) => (
    <section className="panel stack" key={roundId} aria-label={t("withdrawnRound", { number })}>
      <h2>{t("withdrawnRound", { number })}</h2>
      <p>
        {t("withdrawnOn")} <Moment at={withdrawnAt} timeZone={timeZone} />
      </p>
      <p>{t("because", { reason })}</p>
      <p>
        {t("copies")} <Deadline at={copiesUntil} timeZone={timeZone} over={t("copiesOver")} />
      </p>
      <p className="help">{t("anew")}</p>
    </section>
  ));
}
