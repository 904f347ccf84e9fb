"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { added } from "@/domain/themes/changes";
import { closenessAmong } from "@/domain/themes/closeness";
import { counted, standings } from "@/domain/themes/progress";
import { Answers } from "./answers";
import { Comparison } from "./comparison";
import { DestroyNow } from "./destruction";
import { ReleaseThemes } from "./release-themes";
import { SecondCoder } from "./second-coder";
import { ThemePanel } from "./theme-panel";
import { type BenchOfRound, type ItemPlace, useCoding } from "./use-coding";

type ItemBenchProps = { readonly place: ItemPlace; readonly prompt: string; readonly bench: BenchOfRound };

const rowOf = (answerId: string) =>
  document.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(answerId)}"]`);

/** The answers to one item beside their themes. */
export function ItemBench({ place, prompt, bench }: ItemBenchProps) {
  const t = useTranslations("themes");
  const locale = useLocale();
  const refused = useRefused("again");
  const coding = useCoding(place);
  const { data: answers, error } = useQuery({
    queryKey: ["themes", "answers", place.roundId, place.itemId],
    queryFn: () => closing.themes.answers.query(place),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const closeness = useMemo(() => closenessAmong(answers ?? []), [answers]);
  /** A theme that is being worded: for an answer, or for none. */
  const [wording, setWording] = useState<{ readonly answerId: string | null } | null>(null);
  const { codings, coders } = coding;
  if (answers === undefined || codings === null || coders === null)
    return (
      <p className="help" role="status">
        {refused(error) ?? coding.error ?? t("loading")}
      </p>
    );
  const standing = standings(answers, codings);
  const counts = counted(standing);
  const codable = answers.length - counts.notToBeReflected;
  const done = codable - counts.toCode;
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
          <Answers
            answers={answers}
            codings={codings}
            standing={standing}
            counts={counts}
            closeness={closeness}
            send={coding.send}
            onNewTheme={(answerId) => setWording({ answerId })}
          />
          <div className="stack">
            <ThemePanel
              answers={answers}
              codings={codings}
              fixed={coders.phase === "apart" || coders.phase === "comparing"}
              wording={wording}
              onNewTheme={() => setWording({ answerId: null })}
              onAdd={(id, words) =>
                coding.send(added(id, words, codings, wording?.answerId ? [wording.answerId] : []))
              }
              onClose={() => {
                setWording(null);
                // Back to the answer for which it was worded.
                if (wording?.answerId) requestAnimationFrame(() => rowOf(wording.answerId ?? "")?.focus());
              }}
              send={coding.send}
            />
            <ReleaseThemes
              place={place}
              released={coding.released}
              toCode={counts.toCode}
              settling={coders.phase === "apart" || coders.phase === "comparing"}
              timeZone={bench.timeZone}
              again={coding.again}
            />
            {bench.mayDestroy && <DestroyNow consultationId={place.consultationId} />}
          </div>
        </div>
      </section>
    </I18nProvider>
  );
}
