"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { useRefused } from "@/app/(host)/_components/refused";
import type { Desk } from "./mail-desk";
import { useMailActs } from "./use-mail-acts";

type NoticeListProps = { readonly consultationId: string; readonly notices: Desk["notices"] };

const STATES = ["waiting", "sent", "failed", "bounced"] as const;

/** The notices sent so far, the newest first, with what became of them. */
export function NoticeList({ consultationId, notices }: NoticeListProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("act");
  const { sendAgain } = useMailActs();
  return (
    <section className="panel stack" aria-labelledby="sent-notices">
      <h2 id="sent-notices">{t("sentNotices")}</h2>
      <ul className="plain sent-notices">
        {notices.map(({ id, kind, number, madeAt, timeZone, progress, troubles }) => (
          <li key={id}>
            <strong>{t(`kind.${kind}`, { number: number ?? 0 })}</strong>
            <span className="fine">
              <Moment at={madeAt} timeZone={timeZone ?? "UTC"} />
            </span>
            <span className="progress">
              {STATES.map((state) => (
                <span key={state}>{t(`count.${state}`, { count: progress[state] })}</span>
              ))}
            </span>
            {troubles.map(({ seatId, name, said }) => (
              <span className="fine said" key={seatId}>
                {t("trouble", { delegation: name, said: said ?? "" })}
              </span>
            ))}
            {progress.failed > 0 && (
              <button
                type="button"
                className="btn secondary small"
                aria-disabled={sendAgain.isPending}
                onClick={() => !sendAgain.isPending && sendAgain.mutate({ consultationId, mailingId: id })}
              >
                {t("retryFailed", { count: progress.failed })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="help" role="status">
        {refused(sendAgain.error)}
      </p>
    </section>
  );
}
