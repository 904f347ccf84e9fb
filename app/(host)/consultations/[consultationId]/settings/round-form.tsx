"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { localTimeOf } from "@/domain/consultation/consultation";
import type { TimedRound } from "@/domain/consultation/plan-cautions";
import type { AppRouter } from "@/server/trpc/router";
import { Act } from "../act";
import { PlanForm } from "./plan-form";

type RoundFormProps = {
  readonly consultationId: string;
  readonly round: inferRouterOutputs<AppRouter>["consultations"]["overview"]["rounds"][number];
  readonly all: readonly TimedRound[];
  readonly timeZones: readonly string[];
  /** Whether its key is not published yet. */
  readonly removable: boolean;
};

/** A round in draft: its level and times, and its removal. */
export function RoundForm({ consultationId, round, all, timeZones, removable }: RoundFormProps) {
  const t = useTranslations("settings");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()) };
  const save = useMutation(trpc.rounds.update.mutationOptions(again));
  const remove = useMutation(trpc.rounds.remove.mutationOptions(again));
  const { timeZone } = round;
  return (
    <section className="panel" aria-labelledby={`round-${round.number}`}>
      <h3 id={`round-${round.number}`}>{t("round", { number: round.number })}</h3>
      <PlanForm
        id={`round-${round.id}`}
        number={round.number}
        all={all}
        timeZones={timeZones}
        start={{
          level: round.level,
          opensAt: localTimeOf(new Date(round.opensAt), timeZone),
          closesAt: localTimeOf(new Date(round.closesAt), timeZone),
          timeZone,
        }}
        submitName={t("saveRound", { number: round.number })}
        sending={save}
        onSubmit={(plan) => save.mutate({ consultationId, roundId: round.id, ...plan })}
      />
      {removable && (
        <Act
          name={t("remove", { number: round.number })}
          what={t("removeWhat")}
          pending={remove.isPending}
          error={refused(remove.error)}
          secondary
          doneUnder="rounds"
          onConfirm={() => remove.mutate({ consultationId, roundId: round.id })}
        />
      )}
    </section>
  );
}
