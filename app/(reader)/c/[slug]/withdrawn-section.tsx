import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import type { AppRouter } from "@/server/trpc/router";

type WithdrawnSectionProps = {
  readonly withdrawn: inferRouterOutputs<AppRouter>["consultations"]["publicPage"]["withdrawn"];
};

/** The rounds that were withdrawn, as the signed record says of them. */
export function WithdrawnSection({ withdrawn }: WithdrawnSectionProps) {
  const t = useTranslations("errata");
  return withdrawn.map(({ roundId, number, withdrawnAt, copiesUntil, timeZone, reason }) => (
    <section className="notice caution" key={roundId} aria-label={t("withdrawnRound", { number })}>
      <h3>{t("withdrawnRound", { number })}</h3>
      <p>{t("notice", { number })}</p>
      <p>{t("because", { reason })}</p>
      <p>
        {t("withdrawnOn")} <Moment at={withdrawnAt} timeZone={timeZone} />
      </p>
      <p>
        {t("copies")} <Deadline at={copiesUntil} timeZone={timeZone} over={t("copiesOver")} />
      </p>
    </section>
  ));
}
