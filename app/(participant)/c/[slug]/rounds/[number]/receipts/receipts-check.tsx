"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { SaveAnswers } from "../../../../../_save-answers";
import { useTrouble } from "../../../../../_trouble";
import { type LookedUp, lookedUp } from "./looked-up";
import { Outcome } from "./outcome";
import { OwnFields, type Problem } from "./own-fields";
import { chosen, keptHere, type ToLookFor } from "./to-look-for";

type ReceiptsCheckProps = {
  readonly slug: string;
  /** What has closed, with the id of its key. */
  readonly round: { readonly kind: "round" | "window"; readonly id: string; readonly number: number };
};

type Progress = { readonly done: number; readonly of: number };

const keeps = ({ code, answers }: ToLookFor) => {
  if (code === null) return "nothing";
  return answers === null ? "code" : "answers";
};

/** Looks for one's own answers among all leaves of a closed round or window. Code and answers stay in this browser. */
export function ReceiptsCheck({ slug, round }: ReceiptsCheckProps) {
  const t = useTranslations("participant.receipts");
  const tProblems = useTranslations("participant.restore.problems");
  const trouble = useTrouble();
  const code = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<ToLookFor | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcome, setOutcome] = useState<LookedUp | null>(null);

  useEffect(() => {
    const nothing = { code: null, answers: null };
    keptHere(slug, round.id).then(setKept, () => setKept(nothing));
  }, [slug, round.id]);

  async function check() {
    const own = await chosen(slug, round.id, code.current?.value ?? "", file.current?.files?.[0]);
    if (!("problem" in own)) {
      setOutcome(await lookedUp(slug, round, own, (done, of) => setProgress({ done, of })));
      return;
    }
    const { problem: what, values } = own;
    if (what === "file") setProblem({ at: "file", says: t("problems.file") });
    else if (what === "fileWithoutCode") setProblem({ at: "code", says: t("problems.fileWithoutCode") });
    else setProblem({ at: "code", says: tProblems(what, values as never) }); // each problem's sentence names its own values
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (progress !== null) return;
    setProblem(null);
    setOutcome(null);
    setProgress({ done: 0, of: 0 });
    await check().catch((error: unknown) => setProblem({ at: "check", says: trouble(error) }));
    setProgress(null);
  }

  if (kept === null) return <p role="status">{t("looking")}</p>;
  const fields = <OwnFields code={code} file={file} problem={problem} />;
  return (
    <>
      <div className="notice">
        <p>{t(`kept.${keeps(kept)}`)}</p>
      </div>
      <form className="stack" onSubmit={submit}>
        {kept.answers === null ? (
          fields
        ) : (
          <details className="more">
            <summary>{t("others")}</summary>
            <div className="stack">{fields}</div>
          </details>
        )}
        <button className="btn" type="submit" aria-disabled={progress !== null}>
          {t(progress === null ? "check" : "checking")}
        </button>
        <p className="help" role="status">
          {progress !== null &&
            progress.of > 0 &&
            t("progress", { done: progress.done + 1, of: progress.of })}
        </p>
        <div aria-live="polite">{problem?.at === "check" && <p className="error">{problem.says}</p>}</div>
      </form>
      {outcome !== null && <Outcome looked={outcome} />}
      {kept.answers !== null && (
        <>
          <h2>{t("keep")}</h2>
          <SaveAnswers of={{ ...round, roundId: round.id }} answers={kept.answers} />
        </>
      )}
    </>
  );
}
