"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { MOST_PAPERS } from "@/domain/background-papers/background-paper";
import type { AppRouter } from "@/server/trpc/router";
import { AddPaper } from "./add-paper";
import { PaperEntry } from "./paper-entry";
import { WithdrawPaper } from "./withdraw-paper";

export type Desk = inferRouterOutputs<AppRouter>["backgroundPapers"]["desk"];
export type DeskPaper = Desk["papers"][number];
export type OfRound = { readonly consultationId: string; readonly roundId: string };

/** The papers of one round: sent, described, put in order until it opens, and from then on withdrawn with a reason. */
export function BackgroundDesk(round: OfRound) {
  const t = useTranslations("backgroundDesk");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: desk } = useSuspenseQuery(trpc.backgroundPapers.desk.queryOptions(round));
  const [said, say] = useState("");
  const { papers, fixed, mine } = desk;
  const mayChange = mine.prepare && !fixed;
  /** What was done stands where screen readers hear it; the list is read again. */
  const done = (sentence: string) => {
    say(sentence);
    return queryClient.invalidateQueries(trpc.backgroundPapers.pathFilter());
  };
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title", { number: desk.number })}</h1>
          <p>{t("lede", { most: MOST_PAPERS })}</p>
        </div>
        <div className="acts">
          <Link
            className="btn secondary small"
            href={`/consultations/${round.consultationId}/rounds/${round.roundId}/questionnaire`}
          >
            {t("toQuestionnaire")}
          </Link>
        </div>
      </div>
      <p className="notice">{t(fixed ? "fixedNote" : mine.prepare ? "public" : "hostsOnly")}</p>
      <section className="panel" aria-labelledby="papers">
        <h2 id="papers" tabIndex={-1}>
          {t("list")}
        </h2>
        {papers.length === 0 && <p className="help">{t("none")}</p>}
        <ol className="desk-papers">
          {papers.map((paper) => (
            <PaperEntry key={paper.id} {...{ round, desk, paper, mayChange }} onDone={done}>
              {mine.prepare && fixed && paper.withdrawn === null && (
                <WithdrawPaper {...{ round, paper }} onDone={done} />
              )}
            </PaperEntry>
          ))}
        </ol>
        <p className="help" role="status">
          {said}
        </p>
      </section>
      {mayChange &&
        (papers.length >= MOST_PAPERS ? (
          <p className="notice">{t("full", { most: MOST_PAPERS })}</p>
        ) : (
          <AddPaper round={round} onDone={done} />
        ))}
    </main>
  );
}
