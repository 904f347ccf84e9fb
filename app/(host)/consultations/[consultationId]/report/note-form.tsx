"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import type { NotedSubject } from "@/domain/edition/signed";

type NoteFormProps = {
  readonly consultationId: string;
  readonly subject: NotedSubject;
  /** As it is saved now, and as it would be signed. */
  readonly note: { readonly text: string; readonly version: number };
  /** The edition that it is about. */
  readonly number: number;
};

/** What hosts write to stand with what they sign: what was wrong in an edition, or why it is to be withdrawn. */
export function NoteForm({ consultationId, subject, note, number }: NoteFormProps) {
  const t = useTranslations("editionsDesk");
  const id = useId();
  const router = useRouter();
  const trpc = useTRPC();
  const [known, setKnown] = useState(note);
  const [text, setText] = useState(note.text);
  const save = useMutation(
    trpc.editions.note.mutationOptions({
      onSuccess: ({ version }, saved) => {
        setKnown({ text: saved.text.trim(), version });
        router.refresh();
      },
    }),
  );
  const overtaken = note.version > known.version;
  // What another host saved is shown in its place, unless something was typed here that it would replace.
  if (overtaken && text === known.text) {
    setKnown(note);
    setText(note.text);
  }
  const ofReport = subject.of === "report";
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ consultationId, subject, text, version: known.version });
      }}
    >
      {overtaken && (
        <div className="notice caution">
          <p>{t("overtaken")}</p>
          <p>{note.text}</p>
        </div>
      )}
      <Field
        id={id}
        label={ofReport ? t("corrigendum", { number }) : t("reason")}
        help={t(ofReport ? "corrigendumHelp" : "reasonHelp")}
        error={save.error?.message}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <button type="submit" className="btn secondary" aria-disabled={save.isPending}>
          {t(ofReport ? "save" : "propose")}
        </button>
        <span className="help" role="status">
          {/* Once the page has been read again: what stands under the form is then the version with this note. */}
          {save.isSuccess && note.version >= known.version && text.trim() === known.text && t("saved")}
        </span>
      </div>
    </form>
  );
}
