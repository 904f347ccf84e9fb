"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { PlanForm } from "./plan-form";

type AddRoundProps = {
  readonly consultationId: string;
  readonly timeZone: string;
  readonly timeZones: readonly string[];
};

export function AddRound({ consultationId, timeZone, timeZones }: AddRoundProps) {
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
        timeZones={timeZones}
        start={{ level: "expert", opensAt: "", closesAt: "", timeZone }}
        submitName={t("addRoundNow")}
        sending={add}
        onSubmit={(plan) => add.mutate({ consultationId, ...plan })}
      />
    </details>
  );
}
