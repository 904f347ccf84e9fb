"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { type Described, describedIssues } from "@/domain/background-papers/background-paper";
import type { DeskPaper, OfRound } from "./background-desk";
import { DescribedFields } from "./described-fields";
import { SendingProgress } from "./sending-progress";
import { usePaperActs } from "./use-paper-acts";
import { useSending } from "./use-sending";

type EditPaperProps = {
  readonly round: OfRound;
  readonly paper: DeskPaper;
  readonly onDone: (sentence: string) => void;
  readonly onLeave: () => void;
};

/** Title and language of a paper, or another file in the place of its own. */
export function EditPaper({ round, paper, onDone, onLeave }: EditPaperProps) {
  const t = useTranslations("backgroundDesk");
  const tIssues = useTranslations("issues");
  const form = useRef<HTMLFormElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [described, setDescribed] = useState<Described>({ title: paper.title, language: paper.language });
  const [titleError, setTitleError] = useState<string | undefined>(undefined);
  const acts = usePaperActs();
  const { send, stop, progress, problem, setProblem } = useSending();
  const seen = { ...round, paperId: paper.id, version: paper.version };
  const id = `paper-${paper.id}`;
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  function save(event: FormEvent) {
    event.preventDefault();
    if (acts.describe.isPending) return;
    const [wrong] = describedIssues(described);
    setTitleError(wrong === undefined ? undefined : tIssues("background_title_missing"));
    if (wrong !== undefined) return document.getElementById(`${id}-title`)?.focus();
    const onSuccess = () => {
      onDone(t("saved"));
      onLeave();
    };
    acts.describe.mutate({ ...seen, ...described }, { onSuccess });
  }

  function replace() {
    const chosen = file.current?.files?.[0];
    if (chosen === undefined) {
      setProblem(t("fileMissing"));
      file.current?.focus();
      return;
    }
    send({ file: chosen, query: { ...seen, version: String(seen.version) } }, () => {
      onDone(t("replaced"));
      onLeave();
    });
  }

  return (
    <form className="stack edit-paper" ref={form} onSubmit={save}>
      <DescribedFields id={id} described={described} titleError={titleError} onChange={setDescribed} />
      <div className="row">
        <button type="submit" className="btn secondary small" aria-disabled={acts.describe.isPending}>
          {t("save")}
        </button>
        <button type="button" className="btn quiet small" onClick={onLeave}>
          {t("leave")}
        </button>
      </div>
      {acts.problem !== undefined && (
        <p className="notice caution" role="alert">
          {acts.problem}
        </p>
      )}
      <Field id={`${id}-file`} label={t("anotherFile")} help={t("fileHelp")} error={problem}>
        {(attributes) => (
          <input
            {...attributes}
            ref={file}
            type="file"
            className="input"
            accept=".pdf,.docx,.md,.markdown,.txt"
            onChange={() => setProblem(undefined)}
          />
        )}
      </Field>
      <div>
        <button
          type="button"
          className="btn secondary small"
          aria-disabled={progress !== null}
          onClick={replace}
        >
          {t("replace")}
        </button>
      </div>
      <SendingProgress progress={progress} onStop={stop} />
    </form>
  );
}
