"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { useRefused } from "@/app/(host)/_components/refused";
import type { Desk } from "./mail-desk";
import { Preview } from "./preview";
import { useMailActs } from "./use-mail-acts";

type ScheduleProps = { readonly consultationId: string; readonly round: Desk["schedule"][number] };

/** Which mails go out by the clock before a round closes: when each does, and what it says. */
export function Schedule({ consultationId, round }: ScheduleProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("act");
  const { planScheduled } = useMailActs();
  const { roundId, number, mails, timeZone, closesAt } = round;
  const wanted = (kind: (typeof mails)[number]["kind"]) =>
    mails.some((mail) => mail.kind === kind && mail.wanted);
  const heading = `schedule-${number}`;

  function choose(kind: (typeof mails)[number]["kind"], into: boolean) {
    if (planScheduled.isPending) return;
    const before = { twoDaysBefore: wanted("twoDaysBefore"), lastDay: wanted("lastDay") };
    planScheduled.mutate({ consultationId, roundId, ...before, [kind]: into });
  }

  return (
    <section className="panel stack" aria-labelledby={heading}>
      <h2 id={heading}>{t("schedule", { number })}</h2>
      <p className="help">{t("scheduleHelp")}</p>
      <p>
        {t("closes")} <Moment at={closesAt} timeZone={timeZone} />
      </p>
      {mails.map(({ kind, at, passed, wanted: on }) => (
        <div className="scheduled" key={kind}>
          <label className="check">
            <input
              type="checkbox"
              checked={on}
              disabled={passed}
              onChange={({ target }) => choose(kind, target.checked)}
            />
            <span>
              {t(`scheduled.${kind}`)}: <Moment at={at} timeZone={timeZone} />
              {passed && <span className="fine"> {t("passed")}</span>}
            </span>
          </label>
          <Preview consultationId={consultationId} kind={kind} roundId={roundId} note="" />
        </div>
      ))}
      <p className="help" role="status">
        {planScheduled.isSuccess && t("scheduleSaved")}
        {refused(planScheduled.error)}
      </p>
    </section>
  );
}
