"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import type { AppRouter } from "@/server/trpc/router";
import { Act } from "./act";

type Overview = inferRouterOutputs<AppRouter>["consultations"]["overview"];

type OpenByClockProps = {
  readonly consultationId: string;
  readonly round: Pick<NonNullable<Overview["next"]>, "id" | "number" | "opensAt" | "timeZone">;
  readonly asked: Overview["clock"]["rounds"][number] | undefined;
  /** How many things are still to do. */
  readonly toDo: number;
};

/** Whether the clock opens the next round at its time, and why it did not where it was to. */
export function OpenByClock({ consultationId, round, asked, toDo }: OpenByClockProps) {
  const t = useTranslations("clock");
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()) };
  const change = useMutation(trpc.conduct.openByClock.mutationOptions(again));
  const { id, number, opensAt, timeZone } = round;
  const wanted = asked?.opensByClock === true;
  const missed = asked?.openingMissed ?? null;
  return (
    <div className="stack">
      {missed !== null && (
        <div className="notice caution">
          <p>
            {t("missed")} <Moment at={missed.at} timeZone={timeZone} />
          </p>
          <ul className="bullets">
            {missed.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{t("missedNext")}</p>
        </div>
      )}
      {wanted && (
        <div className="notice">
          <p>
            {t("openByOn")} <Deadline at={opensAt} timeZone={timeZone} />
          </p>
          {toDo > 0 && <p>{t("openByStill", { count: toDo })}</p>}
        </div>
      )}
      <Act
        name={t(wanted ? "takeBack" : "openBy", { number })}
        what={t(wanted ? "takeBackWhat" : "openByWhat")}
        pending={change.isPending}
        error={refused(change.error)}
        secondary
        doneUnder="todo"
        onConfirm={() => change.mutate({ consultationId, roundId: id, wanted: !wanted })}
      />
    </div>
  );
}
