"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import type { NotedSubject } from "@/domain/edition/signed";
import { useTextOfSeveral } from "../text-of-several";
import { useSayingOfNote } from "../unsaved-texts";

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
  const refused = useRefused("text");
  const draft = useTextOfSeveral(note);
  useSayingOfNote(subject, draft.unsaved);
  const { text, overtakenBy, version } = draft;
  const save = useMutation(
    trpc.editions.note.mutationOptions({
      onSuccess: (kept, sent) => draft.keep({ text: sent.text, version: kept.version }),
      // Upon a refusal too: what another saved meanwhile is then shown beside what is typed.
      onSettled: () => router.refresh(),
    }),
  );
  const ofReport = subject.of === "report";
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ consultationId, subject, text, version });
      }}
    >
      <div aria-live="polite">
        {overtakenBy !== null && (
          <div className="notice caution">
            <p>{t("overtaken")}</p>
            <p>{overtakenBy}</p>
          </div>
        )}
      </div>
      <Field
        id={id}
        label={ofReport ? t("corrigendum", { number }) : t("reason")}
        help={t(ofReport ? "corrigendumHelp" : "reasonHelp")}
        error={refused(save.error)}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            value={text}
            onChange={({ target }) => draft.write(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <button type="submit" className="btn secondary" aria-disabled={save.isPending}>
          {t(ofReport ? "save" : "propose")}
        </button>
        <span className="help" role="status">
          {/* Once the page has been read again: what stands under the form is then the version with this note. */}
          {save.isSuccess && draft.settled && t("saved")}
        </span>
      </div>
    </form>
  );
}
