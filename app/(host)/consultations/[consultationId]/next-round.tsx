"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { MINIMUM_ENROLLED, type OpeningStep } from "@/domain/consultation/round";
import type { AppRouter } from "@/server/trpc/router";
import { Act } from "./act";
import { OpenByClock } from "./open-by-clock";
import { PanelAllows } from "./panel-allows";

type NextRoundProps = {
  readonly consultationId: string;
  readonly round: NonNullable<inferRouterOutputs<AppRouter>["consultations"]["overview"]["next"]>;
  readonly enrolmentOpen: boolean;
  readonly clock: inferRouterOutputs<AppRouter>["consultations"]["overview"]["clock"];
  readonly mayConduct: boolean;
};

/** Where each step is taken; opening enrolment stands on this very page, and a round's stage is nobody's to set. */
function placeOf(step: OpeningStep, consultationId: string, roundId: string): string | null {
  const base = `/consultations/${consultationId}`;
  if (step === "questionnaire") return `${base}/rounds/${roundId}/questionnaire`;
  if (step === "panel" || step === "enrolled") return `${base}/seats`;
  return step === "closingTime" ? `${base}/settings#rounds` : null;
}

/** What the next round still needs, as the command that opens it would say, and the acts that get it there. */
export function NextRound({ consultationId, round, enrolmentOpen, clock, mayConduct }: NextRoundProps) {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()) };
  const openEnrolment = useMutation(trpc.conduct.openEnrolment.mutationOptions(again));
  const openRound = useMutation(trpc.conduct.openRound.mutationOptions(again));
  const { stillToDo } = round;
  const done = round.done.filter((step) => step !== "stage");
  return (
    <section className="stack" aria-labelledby="todo">
      <div className="row between">
        <h2 id="todo">{t("stillToDo", { number: round.number })}</h2>
        <span className="help">
          {t("doneOf", { done: done.length, all: done.length + stillToDo.length })}
        </span>
      </div>
      <ol className="todo">
        {stillToDo.map(({ code, sentence, at, step }) => {
          const place = placeOf(step, consultationId, round.id);
          return (
            <li key={`${code} ${at ?? ""}`}>
              <span className="mark" />
              <span className="t">{sentence}</span>
              {place !== null && (
                <span className="go">
                  <Link className="btn secondary small" href={place}>
                    {t(`places.${step}`)}
                  </Link>
                </span>
              )}
            </li>
          );
        })}
        {done.map((step) => (
          <li className="is-done" key={step}>
            <span className="mark">
              <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M5 12.5l4.5 4.5L19 7.5" />
              </svg>
            </span>
            <span className="t">
              {t(`steps.${step}`, { least: MINIMUM_ENROLLED })} <span className="sr">{t("done")}</span>
            </span>
          </li>
        ))}
      </ol>
      <PanelAllows prospect={round.prospect} about="everything" />
      {mayConduct && !enrolmentOpen && (
        <Act
          name={t("openEnrolment")}
          what={t("openEnrolmentWhat")}
          pending={openEnrolment.isPending}
          error={refused(openEnrolment.error)}
          doneUnder="rounds"
          onConfirm={() => openEnrolment.mutate({ consultationId })}
        />
      )}
      {mayConduct && (
        <Act
          name={t("openRound", { number: round.number })}
          what={t("openRoundWhat")}
          pending={openRound.isPending}
          error={refused(openRound.error)}
          unavailable={stillToDo.length === 0 ? undefined : t("notYet", { count: stillToDo.length })}
          doneUnder="rounds"
          onConfirm={() => openRound.mutate({ consultationId, roundId: round.id })}
        />
      )}
      {mayConduct && (
        <OpenByClock
          consultationId={consultationId}
          round={round}
          asked={clock.rounds.find(({ roundId }) => roundId === round.id)}
          toDo={stillToDo.length}
        />
      )}
    </section>
  );
}
