"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import type { AppRouter } from "@/server/trpc/router";

type Desk = inferRouterOutputs<AppRouter>["papers"]["desk"];

type CirculationProps = {
  readonly consultationId: string;
  readonly rounds: Desk["rounds"];
  /** Those that can be circulated. */
  readonly versions: Desk["versions"];
  readonly mayChoose: boolean;
};

/** Which version each round circulates: to be chosen by hosts until it opens. */
export function Circulation({ consultationId, rounds, versions, mayChoose }: CirculationProps) {
  const t = useTranslations("paper");
  return (
    <section className="panel" aria-labelledby="circulation">
      <h2 id="circulation">{t("circulation")}</h2>
      <p className="help">{t("circulationHelp")}</p>
      <ul className="versions">
        {rounds.map((round) => (
          <li key={round.roundId}>
            <h3>{t("round", { number: round.round })}</h3>
            {round.stage === "draft" && mayChoose ? (
              <ChooseVersion consultationId={consultationId} round={round} versions={versions} />
            ) : (
              <p className="help">
                {round.stage === "draft"
                  ? t("circulated", { round: round.round, number: round.paper ?? 0 })
                  : t("opened", { number: round.paper ?? 0 })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChooseVersionProps = {
  readonly consultationId: string;
  readonly round: Desk["rounds"][number];
  readonly versions: Desk["versions"];
};

function ChooseVersion({ consultationId, round, versions }: ChooseVersionProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refused = useRefused("act");
  const [chosen, choose] = useState(round.paper ?? 0);
  const circulate = useMutation(
    trpc.papers.circulate.mutationOptions({
      // What a round circulates also tells at which paragraphs its items may point.
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (circulate.isPending) return;
    circulate.mutate({ consultationId, roundId: round.roundId, number: chosen === 0 ? null : chosen });
  }
  const id = `circulates-${round.round}`;
  return (
    <form className="row" onSubmit={submit}>
      <label className="sr" htmlFor={id}>
        {t("round", { number: round.round })}
      </label>
      <select
        id={id}
        className="input fit"
        value={chosen}
        onChange={({ target }) => choose(Number(target.value))}
      >
        <option value={0}>{t("noVersion")}</option>
        {versions.map(({ number }) => (
          <option key={number} value={number}>
            {t("version", { number })}
          </option>
        ))}
      </select>
      <button type="submit" className="btn secondary small" aria-disabled={circulate.isPending}>
        {t("circulate")}
        <span className="sr"> {t("round", { number: round.round })}</span>
      </button>
      <p className="help" role="status">
        {circulate.isSuccess && t("circulated", { round: round.round, number: round.paper ?? 0 })}
      </p>
      {circulate.error !== null && (
        <p className="notice caution" role="alert">
          {refused(circulate.error)}
        </p>
      )}
    </form>
  );
}
