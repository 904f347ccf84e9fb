"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { MOST_WINDOW_REPLY } from "@/domain/window/reply-limit";
import { useTextOfSeveral } from "../../text-of-several";

type ReplyFormProps = {
  readonly consultationId: string;
  readonly number: number;
  readonly reply: string;
  readonly version: number;
};

/** What the co-hosts reply in the report. What is refused stays as it was typed. */
export function ReplyForm({ consultationId, number, reply, version }: ReplyFormProps) {
  const t = useTranslations("windows");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const refused = useRefused("text");
  const draft = useTextOfSeveral({ text: reply, version });
  const { text, overtakenBy } = draft;
  const save = useMutation(
    trpc.windows.reply.mutationOptions({
      onSuccess: (kept, sent) => draft.keep({ text: sent.text, version: kept.version }),
      // Upon a refusal too: what another saved meanwhile is then shown beside what is typed.
      onSettled: () => {
        router.refresh();
        return queryClient.invalidateQueries(trpc.consultations.pathFilter());
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate({ consultationId, number, version: draft.version, text });
  }

  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-labelledby="reply-heading">
      <h2 id="reply-heading">{t("reply")}</h2>
      <div aria-live="polite">
        {overtakenBy !== null && (
          <div className="notice caution">
            <p>{t("overtaken")}</p>
            <p>{overtakenBy}</p>
          </div>
        )}
      </div>
      <Field id="reply" label={t("replyLabel")} help={t("replyHelp")} error={refused(save.error)}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea"
            rows={10}
            maxLength={MOST_WINDOW_REPLY}
            value={text}
            onChange={({ target }) => {
              if (!save.isPending) save.reset();
              draft.write(target.value);
            }}
          />
        )}
      </Field>
      <div className="row">
        <button className="btn" type="submit" aria-disabled={save.isPending}>
          {t(save.isPending ? "saving" : "save")}
        </button>
        <span className="help" role="status">
          {save.isSuccess && !draft.unsaved && t("saved")}
        </span>
      </div>
    </form>
  );
}
