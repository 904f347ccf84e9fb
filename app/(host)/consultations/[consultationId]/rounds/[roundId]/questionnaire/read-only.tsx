"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuestionnairePaper } from "@/app/_components/answer-fields/questionnaire-paper";
import { ParagraphBeside } from "@/app/_components/paper/paragraph-beside";
import type { AppRouter } from "@/server/trpc/router";
import { useKeptDrafts } from "./kept-drafts";
import { Stale } from "./kept-notices";

type ReadOnlyProps = {
  readonly roundId: string;
  readonly read: inferRouterOutputs<AppRouter>["questionnaires"]["read"];
  readonly picker: ReactNode;
};

/** The questionnaire on paper, and why it cannot be changed here. */
export function ReadOnly({ roundId, read, picker }: ReadOnlyProps) {
  const t = useTranslations("questionnaire");
  const { offered, stale, drop } = useKeptDrafts(roundId, read.version);
  const left = [...(offered === undefined ? [] : [offered]), ...stale];
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title", { number: read.number })}</h1>
          <p>{read.frozen ? t("frozen", { number: read.number }) : t("hostsOnly")}</p>
        </div>
      </div>
      {picker}
      <Stale drafts={left} why={t("staleFrozen")} onDrop={drop} />
      <div className="panel">
        {read.questionnaire.agendaQuestions.length === 0 ? (
          <p className="help">{t("nothingYet")}</p>
        ) : (
          <QuestionnairePaper
            questionnaire={read.questionnaire}
            aboutOf={({ paragraph }) =>
              read.paper !== null &&
              paragraph !== undefined && (
                <ParagraphBeside paper={read.paper} paragraph={paragraph} address={undefined} />
              )
            }
          />
        )}
      </div>
    </main>
  );
}
