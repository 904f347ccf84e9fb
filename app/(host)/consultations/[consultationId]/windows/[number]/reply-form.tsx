"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { MOST_WINDOW_REPLY } from "@/domain/window/reply-limit";

type ReplyFormProps = {
  readonly consultationId: string;
  readonly number: number;
  readonly reply: string;
  /** Over which it is saved. */
  readonly version: number;
};

/** What the co-hosts reply in the report. What is refused stays as it was typed. */
export function ReplyForm({ consultationId, number, reply, version }: ReplyFormProps) {
  const t = useTranslations("windows");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState(reply);
  const [over, setOver] = useState(version);
  const save = useMutation(
    trpc.windows.reply.mutationOptions({
      onSuccess: (saved) => setOver(saved.version),
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate({ consultationId, number, version: over, text });
  }

  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-labelledby="reply-heading">
      <h2 id="reply-heading">{t("reply")}</h2>
      <Field id="reply" label={t("replyLabel")} help={t("replyHelp")} error={save.error?.message}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea"
            rows={10}
            maxLength={MOST_WINDOW_REPLY}
            value={text}
            onChange={({ target }) => {
              save.reset();
              setText(target.value);
            }}
          />
        )}
      </Field>
      <div className="row">
        <button className="btn" type="submit" aria-disabled={save.isPending}>
          {t(save.isPending ? "saving" : "save")}
        </button>
        <span className="help" role="status">
          {save.isSuccess && t("saved")}
        </span>
      </div>
    </form>
  );
}
