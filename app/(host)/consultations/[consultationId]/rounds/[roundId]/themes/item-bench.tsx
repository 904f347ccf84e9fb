"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { added } from "@/domain/themes/changes";
import { closenessAmong } from "@/domain/themes/closeness";
import { counted, notesAsTexts, standings } from "@/domain/themes/progress";
import { Answers } from "./answers";
import { Comparison } from "./comparison";
import { DestroyNow } from "./destruction";
import { ReleaseThemes } from "./release-themes";
import { SecondCoder } from "./second-coder";
import { useAnswerWords, useNoteWords } from "./text-words";
import { ThemePanel } from "./theme-panel";
import { ASK_AGAIN, type BenchOfRound, type ItemPlace, useCoding } from "./use-coding";
import { Which } from "./which";

type ItemBenchProps = { readonly place: ItemPlace; readonly prompt: string; readonly bench: BenchOfRound };

const rowOf = (answerId: string) =>
  document.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(answerId)}"]`);

/** The answers to one item beside their themes. */
export function ItemBench({ place, prompt, bench }: ItemBenchProps) {
  const t = useTranslations("themes");
  const tFloor = useTranslations("floor.bench");
  const locale = useLocale();
  const refused = useRefused("again");
  const answerWords = useAnswerWords();
  const noteWords = useNoteWords();
  const { data: notes, error: unreadNotes } = useQuery({
    queryKey: ["themes", "notes", place.roundId, place.itemId],
    queryFn: () => closing.themes.notes.query(place),
    refetchInterval: ASK_AGAIN,
  });
  const { data: answers, error } = useQuery({
    queryKey: ["themes", "answers", place.roundId, place.itemId],
    queryFn: () => closing.themes.answers.query(place),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const texts = useMemo(() => {
    const idsOf = (of: readonly { readonly id: string }[] = []) => new Set(of.map(({ id }) => id));
    return { answers: idsOf(answers), notes: idsOf(notes) };
  }, [answers, notes]);
  const coding = useCoding(place, texts);
  const closeness = useMemo(() => closenessAmong(answers ?? []), [answers]);
  const closenessOfNotes = useMemo(() => closenessAmong(notes ?? []), [notes]);
  const [chosen, setChosen] = useState<"answers" | "notes" | null>(null);
  /** A theme that is being worded: for an answer, or for none. */
  const [wording, setWording] = useState<{ readonly answerId: string | null } | null>(null);
  const { codings, noted, coders } = coding;
  if (answers === undefined || notes === undefined || codings === null || noted === null || coders === null)
    return (
      <p className="help" role="status">
        {refused(error ?? unreadNotes) ?? coding.error ?? t("loading")}
      </p>
    );
  const standing = standings(answers, codings);
  const counts = counted(standing);
  const codable = answers.length - counts.notToBeReflected;
  const done = codable - counts.toCode;
  const said = notesAsTexts(notes);
  const notedStanding = standings(said, noted);
  const notedCounts = counted(notedStanding);
  const settling = coders.phase === "apart" || coders.phase === "comparing";
  const shown = chosen ?? (answers.length === 0 && notes.length > 0 ? "notes" : "answers");
  const send = coding.send;
  const onNewTheme = (answerId: string) => setWording({ answerId });
  const ofNote = wording?.answerId != null && texts.notes.has(wording.answerId);
  return (
    <I18nProvider locale={locale}>
      <section
        className="stack-lg"
        aria-labelledby="item"
        onKeyDown={(event) => {
          const typing =
            event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
          if (typing || event.key !== "z" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          coding.undo();
        }}
      >
        <div className="row between">
          <div>
            <h2 id="item" className="question">
              {prompt}
            </h2>
            <p className="help">{t("lede", { answers: answers.length, codable })}</p>
          </div>
          <div className="row">
            <span className="help" role="status">
              {t("progress", { done, all: codable })}
            </span>
            {notes.length > 0 && !settling && (
              <span className="help" role="status">
                {tFloor("progress", { done: notes.length - notedCounts.toCode, all: notes.length })}
              </span>
            )}
            <button
              type="button"
              className="btn secondary small"
              aria-disabled={!coding.undoable}
              aria-keyshortcuts="Control+Z"
              title={coding.undoable ? t("undoHelp") : t("nothingToUndo")}
              onClick={() => coding.undoable && coding.undo()}
            >
              {t("undo")}
            </button>
          </div>
        </div>
        <div aria-live="polite">
          {coding.error !== null && <p className="notice caution">{coding.error}</p>}
        </div>
        <SecondCoder place={place} coders={coders} toCode={counts.toCode} again={coding.again} />
        {coders.phase === "comparing" && (
          <Comparison place={place} coders={coders} answers={answers} codings={codings} coding={coding} />
        )}
        <div className="cols cols-main-wide bench">
          <div className="bench-texts">
            {notes.length > 0 && (
              <Which
                shown={shown}
                answers={answers.length}
                notes={notes.length}
                onChoose={(which) => setChosen(which)}
              />
            )}
            {shown === "answers" && (
              <Answers
                words={answerWords}
                answers={answers}
                codings={codings}
                standing={standing}
                counts={counts}
                closeness={closeness}
                send={send}
                onNewTheme={onNewTheme}
              />
            )}
            {shown === "notes" && settling && <p className="notice">{tFloor("wait")}</p>}
            {shown === "notes" && !settling && (
              <>
                <p className="help">{tFloor("apart")}</p>
                <Answers
                  words={noteWords}
                  answers={said}
                  codings={noted}
                  standing={notedStanding}
                  counts={notedCounts}
                  closeness={closenessOfNotes}
                  send={send}
                  onNewTheme={onNewTheme}
                />
              </>
            )}
          </div>
          <div className="stack">
            <ThemePanel
              answers={answers}
              codings={codings}
              noted={settling ? null : noted}
              ofNote={ofNote}
              fixed={settling}
              wording={wording}
              onNewTheme={() => setWording({ answerId: null })}
              onAdd={(id, words) =>
                send(added(id, words, ofNote ? noted : codings, wording?.answerId ? [wording.answerId] : []))
              }
              onClose={() => {
                setWording(null);
                // Back to the answer for which it was worded.
                if (wording?.answerId) requestAnimationFrame(() => rowOf(wording.answerId ?? "")?.focus());
              }}
              send={send}
            />
            <ReleaseThemes
              place={place}
              released={coding.released}
              toCode={counts.toCode}
              notesToCode={notedCounts.toCode}
              settling={settling}
              timeZone={bench.timeZone}
              sent={coding.sent}
              again={coding.again}
            />
            {bench.mayDestroy && <DestroyNow consultationId={place.consultationId} />}
          </div>
        </div>
      </section>
    </I18nProvider>
  );
}
