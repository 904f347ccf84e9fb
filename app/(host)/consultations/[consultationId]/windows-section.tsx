"use client";

import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { countsOf } from "@/domain/disclosure/participation";
import type { AppRouter } from "@/server/trpc/router";
import { OpenWindow } from "./open-window";
import { WindowUnderWay } from "./window-under-way";

type Overview = inferRouterOutputs<AppRouter>["consultations"]["overview"];
export type OverviewWindow = Overview["windows"][number];

type WindowsSectionProps = {
  readonly consultationId: string;
  readonly windows: Overview["windows"];
  readonly next: Overview["nextWindow"];
  readonly mayConduct: boolean;
};

/** The "not reflected" windows: what was held, what is open, and the next. Nothing before there are findings to circulate. */
export function WindowsSection({ consultationId, windows, next, mayConduct }: WindowsSectionProps) {
  const t = useTranslations("windows");
  const underWay = windows.find(({ stage }) => stage !== "closed");
  const findingsFirst = next.stillToDo.some(({ code }) => code === "window_without_findings");
  if (findingsFirst && windows.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="windows">
      <div className="panel-title">
        <h2 id="windows">{t("title")}</h2>
        <span className="help">{t("held", { held: windows.length })}</span>
      </div>
      <p className="help">{t("what")}</p>
      {windows
        .filter(({ stage }) => stage === "closed")
        .map((window) => (
          <HeldWindow key={window.roundId} consultationId={consultationId} window={window} />
        ))}
      {underWay !== undefined && (
        <WindowUnderWay consultationId={consultationId} window={underWay} mayConduct={mayConduct} />
      )}
      {underWay === undefined && mayConduct && <OpenWindow consultationId={consultationId} next={next} />}
    </section>
  );
}

type HeldWindowProps = { readonly consultationId: string; readonly window: OverviewWindow };

/** A window that has closed: how many responded, and the way to what follows. */
function HeldWindow({ consultationId, window }: HeldWindowProps) {
  const t = useTranslations("windows");
  const { number, participation, closedAt, timeZone, reply } = window;
  return (
    <article className="notice" aria-labelledby={`window-${number}`}>
      <h3 id={`window-${number}`}>{t("window", { number })}</h3>
      {closedAt !== null && (
        <p>
          {t("closed")} <Moment at={closedAt} timeZone={timeZone} />
        </p>
      )}
      {participation !== null && <p>{t("received", countsOf(participation))}</p>}
      <p>
        <span className={reply === "" ? "tag alert" : "tag done"}>
          {t(reply === "" ? "unanswered" : "answered")}
        </span>
      </p>
      <p>
        <Link className="btn secondary small" href={`/consultations/${consultationId}/windows/${number}`}>
          {t("goTo", { number })}
        </Link>
      </p>
    </article>
  );
}
