"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { textOfFile } from "@/domain/consultation/text-of-file";
import { SeatPreview } from "./seat-preview";
import { usePanelActs } from "./use-panel-acts";

/** More than any text that the server would read; a larger file is not even opened. */
const MOST_FILE_BYTES = 1_000_000;

type PasteSeatsProps = { readonly consultationId: string };

/** Names or CSV, pasted or from a file: looked at row by row first, then added all or not at all. */
export function PasteSeats({ consultationId }: PasteSeatsProps) {
  const t = useTranslations("seats");
  const refused = useRefused("again");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const preview = useMutation(trpc.panel.preview.mutationOptions());
  const { read } = usePanelActs();
  const field = useRef<HTMLTextAreaElement>(null);
  const reading = preview.isPending || read.isPending;
  const [text, setText] = useState("");
  const [fileIssue, setFileIssue] = useState<string>();
  const looked = preview.variables?.text === text ? preview.data : undefined;
  const rows = looked?.rows ?? [];
  const count = rows.filter(({ seat }) => seat !== null).length;
  const ready = looked !== undefined && looked.issue === null && count === rows.length;

  /** Looks at the rows; where the text as a whole cannot be read, the keyboard goes back to it. */
  function look(written: string) {
    preview.mutate(
      { consultationId, text: written },
      { onSuccess: ({ issue }) => issue !== null && field.current?.focus() },
    );
  }

  function write(written: string) {
    read.reset();
    setFileIssue(undefined);
    setText(written);
  }

  async function open(file: File | undefined) {
    if (file === undefined) return;
    if (file.size > MOST_FILE_BYTES) return setFileIssue(tIssues("seats_text_too_long"));
    const written = textOfFile(new Uint8Array(await file.arrayBuffer()));
    write(written);
    look(written);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reading) return;
    if (!ready) return look(text);
    read.mutate(
      { consultationId, text },
      {
        onSuccess: () => setText(""),
        // Another host may have added one of them meanwhile: the rows then say which.
        onError: () => look(text),
      },
    );
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field id="seats-text" label={t("text")} help={t("textHelp")} error={looked?.issue ?? undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className="textarea"
            rows={8}
            spellCheck={false}
            placeholder={t("textExample")}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      <Field id="seats-file" label={t("file")} help={t("fileHelp")} error={fileIssue}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ target }) => {
              open(target.files?.[0]);
              // The same file, put right meanwhile, can be chosen again.
              target.value = "";
            }}
          />
        )}
      </Field>
      <div role="status">
        {rows.length > 0 && (
          <p className={ready ? "notice settled" : "notice caution"}>
            {ready ? t("allRead", { count }) : t("toMend", { wrong: rows.length - count, rows: rows.length })}
          </p>
        )}
      </div>
      {rows.length > 0 && <SeatPreview rows={rows} />}
      <div className="row">
        <button className="btn" type="submit" aria-disabled={reading}>
          {ready ? t("addRead", { count }) : t("check")}
        </button>
        <span className="help" role="status">
          {reading && t("reading")}
          {read.isSuccess && text === "" && t("added", { count: read.data.added })}
        </span>
      </div>
      <div aria-live="polite">
        {preview.error !== null && <p className="notice caution">{refused(preview.error)}</p>}
        {read.error !== null && <p className="notice caution">{refused(read.error)}</p>}
      </div>
    </form>
  );
}
