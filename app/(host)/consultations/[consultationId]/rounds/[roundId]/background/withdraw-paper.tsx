"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import type { DeskPaper, OfRound } from "./background-desk";
import { toTheList } from "./to-the-list";
import { usePaperActs } from "./use-paper-acts";

type WithdrawPaperProps = {
  readonly round: OfRound;
  readonly paper: DeskPaper;
  readonly onDone: (sentence: string) => void;
};

/** Withdraws a paper of a round that has opened. What happens and the reason come first, then the act. */
export function WithdrawPaper({ round, paper, onDone }: WithdrawPaperProps) {
  const t = useTranslations("backgroundDesk");
  const { withdraw, problem } = usePaperActs();
  const [asked, ask] = useState(false);
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = `withdraw-${paper.id}`;
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (withdraw.isPending) return;
    withdraw.mutate(
      { ...round, paperId: paper.id, version: paper.version, reason },
      {
        onSuccess: () => {
          onDone(t("withdrawnDone", { title: paper.title }));
          toTheList();
        },
      },
    );
  }

  if (!asked)
    return (
      <p>
        <button type="button" className="btn secondary small" onClick={() => ask(true)}>
          {t("withdraw")}
          <span className="sr"> {t("of", { title: paper.title })}</span>
        </button>
      </p>
    );
  return (
    <form className="stack edit-paper" onSubmit={submit}>
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={problem}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className="input"
            maxLength={600}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <button type="submit" className="btn refuse small" aria-disabled={withdraw.isPending}>
          {t("withdrawNow")}
        </button>
        <button type="button" className="btn quiet small" onClick={() => ask(false)}>
          {t("leave")}
        </button>
      </div>
    </form>
  );
}
