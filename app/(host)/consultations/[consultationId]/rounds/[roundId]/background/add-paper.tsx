"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { type Described, describedIssues } from "@/domain/background-papers/background-paper";
import type { OfRound } from "./background-desk";
import { DescribedFields } from "./described-fields";
import { SendingProgress } from "./sending-progress";
import { useSending } from "./use-sending";

const BLANK: Described = { title: "", language: "en" };

type AddPaperProps = { readonly round: OfRound; readonly onDone: (sentence: string) => void };

/** A file with its title and language, sent with its progress. Nothing typed is lost where it is not taken. */
export function AddPaper({ round, onDone }: AddPaperProps) {
  const t = useTranslations("backgroundDesk");
  const tIssues = useTranslations("issues");
  const input = useRef<HTMLInputElement>(null);
  const [described, setDescribed] = useState(BLANK);
  const [titleError, setTitleError] = useState<string | undefined>(undefined);
  const { send, stop, progress, problem, setProblem } = useSending();

  function submit(event: FormEvent) {
    event.preventDefault();
    const [wrong] = describedIssues(described);
    setTitleError(wrong === undefined ? undefined : tIssues("background_title_missing"));
    const file = input.current?.files?.[0];
    if (file === undefined) {
      setProblem(t("fileMissing"));
      input.current?.focus();
      return;
    }
    if (wrong !== undefined) return document.getElementById("add-title")?.focus();
    send({ file, query: round, said: described }, () => {
      if (input.current !== null) input.current.value = "";
      setDescribed({ ...BLANK, language: described.language });
      onDone(t("added", { title: described.title.trim() }));
    });
  }

  return (
    <section className="panel" aria-labelledby="add-paper">
      <h2 id="add-paper">{t("add")}</h2>
      <form className="stack" onSubmit={submit}>
        <Field id="add-file" label={t("file")} help={t("fileHelp")} error={problem}>
          {(attributes) => (
            <input
              {...attributes}
              ref={input}
              type="file"
              className="input"
              accept=".pdf,.docx,.md,.markdown,.txt"
              onChange={() => setProblem(undefined)}
            />
          )}
        </Field>
        <DescribedFields id="add" described={described} titleError={titleError} onChange={setDescribed} />
        <div>
          <button type="submit" className="btn" aria-disabled={progress !== null}>
            {t("send")}
          </button>
        </div>
        <SendingProgress progress={progress} onStop={stop} />
      </form>
    </section>
  );
}
