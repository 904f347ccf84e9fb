"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { TimedRound } from "@/domain/consultation/plan-cautions";
import { PlanForm } from "./plan-form";

type AddRoundProps = {
  readonly consultationId: string;
  readonly all: readonly TimedRound[];
  readonly timeZone: string;
  readonly timeZones: readonly string[];
};

export function AddRound({ consultationId, all, timeZone, timeZones }: AddRoundProps) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const add = useMutation(
    trpc.rounds.add.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  return (
    <details className="more panel">
      <summary>{t("addRound")}</summary>
      <p className="help">{t("addRoundHelp")}</p>
      <PlanForm
        id="new"
        number={all.length + 1}
        all={all}
        timeZones={timeZones}
        start={{ level: "expert", opensAt: "", closesAt: "", timeZone }}
        submitName={t("addRoundNow")}
        sending={add}
        onSubmit={(plan) => add.mutate({ consultationId, ...plan })}
      />
    </details>
  );
}
