"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ParticularsFields } from "@/app/(host)/_components/particulars-fields";
import {
  issuesAt,
  PATH,
  type PathStep,
  type SET_UP_STEPS,
  stepNumber,
} from "@/domain/consultation/set-up-draft";
import { CoHostFields } from "./co-host-fields";
import { Refused } from "./refused";
import { ReviewStep } from "./review-step";
import { RoundsStep } from "./rounds-step";
import { StartStep } from "./start-step";
import { ToMend } from "./to-mend";
import { useSetUp } from "./use-set-up";
import type { Beginning } from "./use-starts";
import { useStep } from "./use-step";

type SetUpPathProps = {
  readonly beginning: Beginning;
  readonly mission: string;
  readonly timeZones: readonly string[];
};

/** The guided path that sets a consultation up: one step at a time, each with a way back and nothing lost on it. */
export function SetUpPath({ beginning, mission, timeZones }: SetUpPathProps) {
  const t = useTranslations("setUpPath");
  const tSetUp = useTranslations("setUp");
  const tIssues = useTranslations("issues");
  const { step, go, heading } = useStep();
  const setUp = useSetUp(beginning);
  const { draft, changeFields } = setUp;
  const summary = useRef<HTMLDivElement>(null);
  /** The steps at which was asked to go on, from when on they say what is to be put right. */
  const [asked, setAsked] = useState<ReadonlySet<PathStep>>(new Set());
  const found = issuesAt(step, draft.fields);
  const shown = asked.has(step) || asked.has("review") ? found : [];
  const errorAt = (at: string) => {
    const issue = shown.find((one) => one.at === at);
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };
  const before = PATH[PATH.indexOf(step) - 1];
  const after = PATH[PATH.indexOf(step) + 1];
  const busy = setUp.creating || setUp.reading;

  async function goOn(event: FormEvent) {
    event.preventDefault();
    if (busy || !setUp.ready) return;
    flushSync(() => setAsked((steps) => new Set([...steps, step])));
    if (step !== "start" && found.length > 0) summary.current?.focus();
    else if (step === "review") setUp.create();
    else if ((step !== "start" || (await setUp.begin())) && after !== undefined) go(after);
  }

  return (
    <main className="sheet" id="main">
      <div className="step-head">
        <div className="progress" aria-hidden="true">
          <ol className="steps">
            {PATH.map((one) => (
              <li key={one} className={stepState(one, step)} />
            ))}
          </ol>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          <span>{t("step", { number: stepNumber(step), all: PATH.length })}</span> {t(`steps.${step}`)}
        </h1>
        <p className="lede">{t(`ledes.${step}`, { mission })}</p>
      </div>
      <form className="stack-lg step-form" onSubmit={goOn} noValidate>
        <ToMend ref={summary} issues={step === "start" ? [] : shown} step={step} go={go} />
        {/* Nothing is typed or pressed before it is known whether an earlier visit left something. */}
        <fieldset className="stack-lg" disabled={!setUp.ready}>
          {step === "start" && <StartStep setUp={setUp} earlier={beginning.earlier} />}
          {step === "particulars" && (
            <ParticularsFields
              particulars={draft.fields}
              onChange={changeFields}
              errorAt={errorAt}
              examples
            />
          )}
          {step === "coHosts" && <CoHostFields setUp={setUp} errorAt={errorAt} />}
          {step === "rounds" && <RoundsStep setUp={setUp} timeZones={timeZones} errorAt={errorAt} />}
          {step === "review" && (
            <ReviewStep draft={draft} mission={mission} earlier={beginning.earlier} go={go} />
          )}
        </fieldset>
        <Refused error={step === "start" ? setUp.readingFailed : step === "review" ? setUp.failed : null} />
        {step === "review" && (
          <p className="notice" id="public-from-now">
            {tSetUp("publicFromNow")}
          </p>
        )}
        <div className="row step-acts">
          {before !== undefined && (
            <button
              type="button"
              className="btn secondary"
              disabled={!setUp.ready}
              aria-label={t("backTo", { number: stepNumber(before), name: t(`steps.${before}`) })}
              onClick={() => go(before)}
            >
              {t("back")}
            </button>
          )}
          <button
            className="btn"
            type="submit"
            disabled={!setUp.ready}
            aria-disabled={busy}
            aria-describedby={step === "review" ? "public-from-now" : undefined}
          >
            {step === "review"
              ? tSetUp(setUp.creating ? "creating" : "create")
              : t(setUp.reading ? "copying" : "goOn")}
          </button>
        </div>
        <p className="help">{t("kept")}</p>
      </form>
    </main>
  );
}

function stepState(one: PathStep, here: (typeof SET_UP_STEPS)[number]): string | undefined {
  if (one === here) return "now";
  return PATH.indexOf(one) < PATH.indexOf(here) ? "done" : undefined;
}
