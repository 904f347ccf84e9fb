import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import type { AppRouter } from "@/server/trpc/router";

type PublicWindow = inferRouterOutputs<AppRouter>["consultations"]["publicPage"]["windows"][number];
type WindowsSectionProps = { readonly slug: string; readonly windows: readonly PublicWindow[] };

/** The windows in which participants say what a draft report leaves out; nothing before the first has opened. */
export function WindowsSection({ slug, windows }: WindowsSectionProps) {
  const t = useTranslations("publicWindows");
  if (windows.length === 0) return null;
  return (
    <>
      <h2>{t("title")}</h2>
      <p className="help">{t("what")}</p>
      <ol className="stack">
        {windows.map(({ number, stage, closesAt, timeZone }) => (
          <li className="notice" key={number}>
            <h3>{t("window", { number })}</h3>
            <p>
              {t(stage === "closed" ? "closed" : "closes")}{" "}
              {stage === "closed" ? (
                <Moment at={closesAt} timeZone={timeZone} />
              ) : (
                <Deadline at={closesAt} timeZone={timeZone} />
              )}
            </p>
            <p>
              <span className={`tag ${stage === "open" ? "live" : "done"}`}>
                {t(
                  stage === "open" ? "stages.open" : stage === "closed" ? "stages.closed" : "stages.closing",
                )}
              </span>
            </p>
            <p>
              <Link href={`/c/${slug}/windows/${number}`} prefetch={false}>
                {t("draft")}
              </Link>
            </p>
            {stage === "closed" && (
              <p>
                <Link href={`/c/${slug}/windows/${number}/receipts`} prefetch={false}>
                  {t("receipts")}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
