"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { useTRPC } from "@/app/_trpc/client";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "./act";
import type { OverviewWindow } from "./windows-section";

type WindowUnderWayProps = {
  readonly consultationId: string;
  readonly window: OverviewWindow;
  readonly mayConduct: boolean;
};

/** A window under way: when it closes, and the act of closing it. Nothing of what was said. */
export function WindowUnderWay({ consultationId, window, mayConduct }: WindowUnderWayProps) {
  const t = useTranslations("windows");
  const tClock = useTranslations("clock");
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()) };
  const retry = useMutation(trpc.conduct.retry.mutationOptions(again));
  const close = useMutation({
    mutationFn: () => closing.releases.closeWindow.mutate({ consultationId, roundId: window.roundId }),
    ...again,
  });
  const { number, stage, closesAt, timeZone } = window;
  return (
    <article className="stack" aria-labelledby="window-under-way">
      <h3 id="window-under-way">{t(`underWay.${stage}`, { number })}</h3>
      <p>
        {t("closes")} <Deadline at={closesAt} timeZone={timeZone} over={tClock("timeIsUp")} />
      </p>
      {stage === "open" && <p className="help">{tClock("windowClosesByItself")}</p>}
      <p className="help">{t("noCounts")}</p>
      {stage !== "opening" && (
        <p>
          <Link href={`/consultations/${consultationId}/windows/${number}`}>{t("goTo", { number })}</Link>
        </p>
      )}
      {mayConduct && stage === "opening" && (
        <Act
          name={t("retry")}
          what={t("retryWhat")}
          pending={retry.isPending}
          error={refused(retry.error)}
          doneUnder="windows"
          onConfirm={() => retry.mutate({ consultationId })}
        />
      )}
      {mayConduct && stage !== "opening" && (
        <Act
          name={t(stage === "closing" ? "resumeClose" : "close", { number })}
          what={t("closeWhat")}
          pending={close.isPending}
          error={refused(close.error)}
          doneUnder="windows"
          onConfirm={() => close.mutate()}
        />
      )}
    </article>
  );
}
