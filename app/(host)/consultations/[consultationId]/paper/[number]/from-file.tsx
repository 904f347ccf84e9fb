"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { PaperPreview } from "@/app/_components/paper/paper-preview";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { NoticeList } from "./notice-list";

/** A larger file is not even sent. */
const MOST_BYTES = 2_097_152;

/** The bytes of a file in base64. */
function encoded(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
    reader.readAsDataURL(file);
  });
}

type FromFileProps = { readonly consultationId: string; readonly onTake: (markdown: string) => void };

/** A Word or Markdown file: shown as it would be read, with what could not be taken, before it enters the editor. */
export function FromFile({ consultationId, onTake }: FromFileProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const refused = useRefused("again");
  const input = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<{ readonly name: string; readonly tooLarge: boolean } | null>(null);
  const read = useMutation(trpc.papers.fromFile.mutationOptions());

  async function open(file: File | undefined) {
    read.reset();
    if (file === undefined) return choose(null);
    const tooLarge = file.size > MOST_BYTES;
    choose({ name: file.name, tooLarge });
    if (!tooLarge) read.mutate({ consultationId, file: await encoded(file) });
  }
  function leave() {
    read.reset();
    choose(null);
    if (input.current !== null) {
      input.current.value = "";
      input.current.focus();
    }
  }
  return (
    <section className="panel" aria-labelledby="from-file">
      <h2 id="from-file">{t("file")}</h2>
      <Field
        id="paper-file"
        label={t("fileLabel")}
        help={t("fileHelp")}
        error={chosen?.tooLarge ? t("fileTooLarge") : refused(read.error)}
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={input}
            type="file"
            className="input"
            accept=".docx,.md,.markdown,.txt"
            onChange={({ target }) => open(target.files?.[0])}
          />
        )}
      </Field>
      <p className="help" role="status">
        {read.isPending && t("reading")}
      </p>
      {read.data !== undefined && chosen !== null && (
        <div className="stack">
          <h3>{t("fromFile", { name: chosen.name })}</h3>
          {read.data.notices.length > 0 ? (
            <NoticeList title={t("partTaken")} notices={read.data.notices} />
          ) : (
            <p className="notice settled">{t("allTaken")}</p>
          )}
          <PaperPreview
            label={t("fromFile", { name: chosen.name })}
            {...paperFromMarkdown(read.data.markdown)}
          />
          <p className="help">{t("takeFileHelp")}</p>
          <div className="row">
            <button
              type="button"
              className="btn secondary"
              onClick={() => {
                onTake(read.data.markdown);
                leave();
              }}
            >
              {t("takeFile")}
            </button>
            <button type="button" className="btn quiet" onClick={leave}>
              {t("leaveFile")}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
