import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AppRouter } from "@/server/trpc/router";
import { Leave } from "./leave";

type ObservedProps = {
  readonly consultation: inferRouterOutputs<AppRouter>["people"]["observed"][number];
};

/** A consultation as its observers find it: what is published of it, and of how many missions a signature is awaited. */
export function Observed({ consultation }: ObservedProps) {
  const t = useTranslations("observed");
  const tRoles = useTranslations("consultations");
  const { id, slug, title, subject, rounds, reportPublished, reportSignOff } = consultation;
  const published = rounds.filter((round) => round.published);
  return (
    <li className="panel">
      <h2>{title}</h2>
      <p className="help">{subject}</p>
      <p>
        <span className="tag">{tRoles("roles.observer")}</span>
      </p>
      {published.length === 0 && !reportPublished && <p>{t("nothing")}</p>}
      <ul className="links">
        {reportPublished && (
          <li>
            <Link href={`/reports/${slug}`}>{t("report")}</Link>
          </li>
        )}
        {published.map(({ number }) => (
          <li key={number}>
            <Link href={`/c/${slug}/rounds/${number}`}>{t("findings", { number })}</Link>
          </li>
        ))}
        <li>
          <Link href={`/c/${slug}`}>{t("page")}</Link>
        </li>
      </ul>
      {rounds.map(({ number, signOff }) =>
        signOff === null ? null : (
          <p className="help" key={number}>
            {t("findingsAwaited", { number, ...signOff })}
          </p>
        ),
      )}
      {reportSignOff !== null && <p className="help">{t("reportAwaited", reportSignOff)}</p>}
      <Leave consultationId={id} />
    </li>
  );
}
