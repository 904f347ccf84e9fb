"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Deadline } from "@/app/_components/deadline";
import { useTRPC } from "@/app/_trpc/client";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { instantOf } from "@/domain/consultation/consultation";
import { momentParts } from "@/domain/consultation/moment";
import type { AppRouter } from "@/server/trpc/router";
import { Act } from "./act";
import type { OverviewRound } from "./round-timeline";
import { WithdrawRound } from "./withdraw-round";

type OpenRoundProps = {
  readonly consultationId: string;
  readonly round: OverviewRound;
  readonly mayConduct: boolean;
  readonly clock: inferRouterOutputs<AppRouter>["consultations"]["overview"]["clock"];
};

/** A round under way: when it closes, and the acts of extending and closing it. Nothing of what was answered. */
export function OpenRound({ consultationId, round, mayConduct, clock }: OpenRoundProps) {
  const t = useTranslations("overview");
  const tClock = useTranslations("clock");
  const tMoment = useTranslations("moment");
  const locale = useLocale();
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const router = useRouter();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()) };
  const retry = useMutation(trpc.conduct.retry.mutationOptions(again));
  const extend = useMutation(trpc.conduct.extendRound.mutationOptions(again));
  const close = useMutation({
    mutationFn: () => closing.releases.close.mutate({ consultationId, roundId: round.id }),
    ...again,
    // The tabs, drawn on the server, then lead to its findings too.
    onSuccess: () => router.refresh(),
  });
  const [until, setUntil] = useState("");
  const later = instantOf(until, round.timeZone);
  const said = (moment: Date) =>
    tMoment.markup("whole", {
      ...momentParts(moment.toISOString(), round.timeZone, locale),
      utc: (chunks) => chunks,
    });
  return (
    <section className="stack" aria-labelledby={`round-${round.id}`}>
      <h2 id={`round-${round.id}`}>{t(`underWay.${round.stage}`, { number: round.number })}</h2>
      <p>
        {t("closesAt")}{" "}
        <Deadline
          at={round.closesAt}
          timeZone={round.timeZone}
          over={round.stage === "open" ? tClock("timeIsUpHost") : ""}
        />
      </p>
      {round.stage === "open" && <p className="help">{tClock("closesByItself")}</p>}
      {round.stage === "open" && !round.extendedByRule && clock.extensionHours !== null && (
        <p className="help">{tClock("rule", { hours: clock.extensionHours })}</p>
      )}
      {round.extendedByRule && <p className="notice">{tClock("extendedHost")}</p>}
      <p className="help">{t("noCounts")}</p>
      {mayConduct && round.stage === "opening" && (
        <Act
          name={t("retry")}
          what={t("retryWhat")}
          pending={retry.isPending}
          error={refused(retry.error)}
          doneUnder="rounds"
          onConfirm={() => retry.mutate({ consultationId })}
        />
      )}
      {mayConduct && round.stage === "open" && (
        <>
          <div className="field">
            <label htmlFor={`until-${round.id}`}>{t("until", { timeZone: round.timeZone })}</label>
            <input
              className="input"
              id={`until-${round.id}`}
              type="datetime-local"
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          </div>
          <Act
            name={t("extend")}
            what={later === null ? "" : t("extendWhat", { moment: said(later) })}
            pending={extend.isPending}
            error={refused(extend.error)}
            unavailable={later === null ? t("extendNeedsTime") : undefined}
            onConfirm={() =>
              later !== null &&
              extend.mutate({ consultationId, roundId: round.id, closesAt: later.toISOString() })
            }
          />
        </>
      )}
      {mayConduct && round.stage !== "opening" && (
        <Act
          name={t(round.stage === "closing" ? "resumeClose" : "close", { number: round.number })}
          what={
            round.stage === "closing" || clock.extensionHours === null
              ? t("closeWhat")
              : tClock("closeNowWhat", { hours: clock.extensionHours })
          }
          unavailable={round.stage === "open" && round.extendedByRule ? tClock("closeEarlySpent") : undefined}
          pending={close.isPending}
          error={refused(close.error)}
          doneUnder="rounds"
          onConfirm={() => close.mutate()}
        />
      )}
      {mayConduct && round.stage === "open" && (
        <WithdrawRound consultationId={consultationId} round={round} spareKeys={clock.spareKeys} />
      )}
    </section>
  );
}
