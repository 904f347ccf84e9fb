"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { DraftBar } from "@/app/(host)/_components/draft-bar";
import { blankAgendaQuestion } from "@/domain/questionnaire/blank";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { MOST } from "@/domain/questionnaire/editing";
import type { AppRouter } from "@/server/trpc/router";
import { AskGroup } from "./ask-group";
import { BreakdownPanel } from "./breakdown-panel";
import { BreakdownPreview } from "./breakdown-preview";
import { CarriedOver } from "./carried-over";
import { draw } from "./fresh";
import { IssueList } from "./issue-list";
import { ItemPanel } from "./item-panel";
import { Offered, Stale } from "./kept-notices";
import { LeftOut } from "./left-out";
import { Outline } from "./outline";
import { placeOf } from "./place";
import { Preview } from "./preview";
import { QuestionPanel } from "./question-panel";
import { firstToMend, panelHead, thenFocus } from "./then-focus";
import { useIssueSentences } from "./use-issue-sentences";
import { useQuestionnaireDraft } from "./use-questionnaire-draft";
import { useUndo } from "./use-undo";

type EditorProps = {
  readonly consultationId: string;
  readonly roundId: string;
  readonly read: inferRouterOutputs<AppRouter>["questionnaires"]["read"];
  readonly picker: ReactNode;
};

/** The questionnaire of a round in draft: an outline, the part being edited, and that part as a participant sees it. */
export function Editor({ consultationId, roundId, read, picker }: EditorProps) {
  const t = useTranslations("questionnaire");
  const { earlier } = read;
  const draft = useQuestionnaireDraft({ consultationId, roundId, read });
  const issues = useIssueSentences(draft.questionnaire, read);
  const [turnedTo, turnTo] = useState<string | undefined>(
    read.questionnaire.agendaQuestions[0]?.items[0]?.id,
  );
  // An outline's link that was opened in a new tab, or followed before the page was ready, names its part in the address.
  useEffect(() => {
    const { hash } = window.location;
    if (hash.startsWith("#edit-")) turnTo(hash.slice("#edit-".length));
  }, []);
  const undo = useUndo(draft, turnTo);
  const place = placeOf(draft.questionnaire, turnedTo);
  const item = place?.item;
  const breakdown = turnedTo === BREAKDOWN ? draft.questionnaire.breakdown : undefined;
  const here = breakdown === undefined ? (item?.value ?? place?.question)?.id : BREAKDOWN;
  const go = (id: string) => thenFocus(() => turnTo(id), panelHead);

  function addQuestion() {
    const { agendaQuestions } = draft.questionnaire;
    if (agendaQuestions.length >= MOST.agendaQuestions) return;
    const question = blankAgendaQuestion(draft.questionnaire, draw);
    thenFocus(
      () => {
        draft.change({ ...draft.questionnaire, agendaQuestions: [...agendaQuestions, question] });
        turnTo(question.id);
      },
      () => document.getElementById("edit-text"),
    );
  }

  return (
    <>
      <main className="desk stack-lg" id="main">
        <div className="desk-head">
          <div>
            <h1>{t("title", { number: read.number })}</h1>
            <p>{t("draft")}</p>
          </div>
        </div>
        {picker}
        <Stale drafts={draft.stale} why={t("staleWhat")} onDrop={draft.dropKept} />
        {draft.offered !== undefined ? (
          <Offered draft={draft.offered} onTakeUp={draft.takeUp} onDrop={draft.dropKept} />
        ) : (
          // Not to be typed in before it is known whether an earlier visit left something.
          <fieldset className="stack-lg" disabled={!draft.ready}>
            <CarriedOver draft={draft} earlier={earlier} />
            <div className="cols cols-editor">
              <div className="stack-lg">
                <Outline
                  questionnaire={draft.questionnaire}
                  issues={issues}
                  earlier={earlier}
                  here={here}
                  onGo={go}
                  onAdd={addQuestion}
                />
                <AskGroup
                  draft={draft}
                  takenBy={read.breakdownIn}
                  toMend={issues.some(({ at }) => at === BREAKDOWN)}
                  here={here}
                  onGo={go}
                  turnTo={turnTo}
                />
                <IssueList
                  questionnaire={draft.questionnaire}
                  issues={issues}
                  onGo={(id) => thenFocus(() => turnTo(id), firstToMend)}
                />
                <LeftOut draft={draft} earlier={earlier} turnTo={turnTo} />
              </div>
              {breakdown !== undefined ? (
                <BreakdownPanel
                  draft={draft}
                  breakdown={breakdown}
                  issues={issues}
                  panel={read.panel}
                  turnAway={() => turnTo(draft.questionnaire.agendaQuestions[0]?.id)}
                />
              ) : place === undefined ? (
                <p className="panel lede" id="edit-head" tabIndex={-1}>
                  {t("empty")}
                </p>
              ) : item === undefined ? (
                <QuestionPanel
                  key={place.question.id}
                  draft={draft}
                  question={place.question}
                  index={place.questionIndex}
                  issues={issues}
                  turnTo={turnTo}
                />
              ) : (
                <ItemPanel
                  key={item.value.id}
                  draft={draft}
                  place={place}
                  item={item.value}
                  index={item.index}
                  issues={issues}
                  earlier={earlier}
                  paper={read.paper}
                  turnTo={turnTo}
                />
              )}
              {breakdown !== undefined ? (
                <BreakdownPreview breakdown={breakdown} />
              ) : (
                place !== undefined && <Preview question={place.question} item={item?.value} />
              )}
            </div>
          </fieldset>
        )}
      </main>
      {draft.offered === undefined && (
        <DraftBar
          unsaved={draft.unsaved}
          saving={draft.saving}
          address={`/consultations/${consultationId}/rounds/${roundId}/questionnaire`}
          onSave={draft.save}
          onSaveOver={draft.saveOver}
          onTakeOther={draft.takeOther}
          {...(draft.lastRemoval !== undefined && {
            undo: {
              act: draft.undoable ? undo : null,
              name: t(`undo.${draft.lastRemoval.what}`),
              unavailable: draft.undoable ? undefined : t("noRoom"),
            },
          })}
        />
      )}
      <p className="sr" aria-live="polite">
        {draft.said}
      </p>
    </>
  );
}
