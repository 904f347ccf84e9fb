"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import {
  LEAST_COPYING,
  MOST_COPYING,
  MOST_REASON,
  USUAL_COPYING,
  withdrawalIssues,
} from "@/domain/consultation/erratum";
import type { OverviewRound } from "./round-timeline";
import { WithdrawalPreview } from "./withdrawal-preview";

type WithdrawRoundProps = {
  readonly consultationId: string;
  readonly round: OverviewRound;
  /** Keys under which the round could be opened anew. */
  readonly spareKeys: number;
};

const CONSEQUENCES = ["closes", "answers", "record", "anew", "waits"] as const;

/** Withdrawing a round for a mistake: what follows from it, why, what all will read, and only then the act. */
export function WithdrawRound({ consultationId, round, spareKeys }: WithdrawRoundProps) {
  const t = useTranslations("errata");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const refused = useRefused("text");
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    trpc.errata.withdraw.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(String(USUAL_COPYING));
  const [asked, setAsked] = useState(false);
  const withdrawal = { reason, copyHours: Number(hours) };
  const issues = withdrawalIssues(withdrawal);
  const errorAt = (field: string) => {
    const issue = asked ? issues.find(({ at }) => at === field) : undefined;
    return issue && tIssues(issue.code as never, issue.values as never); // a key of `issues`, with the values of its words
  };
  const { id, number, timeZone } = round;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (issues.length === 0 && !withdraw.isPending)
      withdraw.mutate({ consultationId, roundId: id, ...withdrawal });
  }

  if (spareKeys === 0)
    return (
      <section className="stack" aria-labelledby="erratum">
        <h3 id="erratum">{t("title")}</h3>
        <p className="help">{t("noSpare")}</p>
      </section>
    );
  return (
    <section className="stack" aria-labelledby="erratum">
      <h3 id="erratum">{t("title")}</h3>
      <p className="help">{t("what")}</p>
      <details className="more">
        <summary>{t("begin", { number })}</summary>
        <form className="stack" onSubmit={submit} noValidate>
          <h4>{t("consequences")}</h4>
          <ul className="bullets">
            {CONSEQUENCES.map((one) => (
              <li key={one}>{t(`consequence.${one}`, { spare: spareKeys })}</li>
            ))}
          </ul>
          <Field
            id="withdrawal-reason"
            label={t("reason")}
            help={t("reasonHelp", { left: Math.max(0, MOST_REASON - reason.length) })}
            error={errorAt("reason")}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                className="textarea"
                rows={4}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          <Field
            id="withdrawal-hours"
            label={t("copyHours")}
            help={t("copyHoursHelp", { least: LEAST_COPYING, most: MOST_COPYING })}
            error={errorAt("copyHours")}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                type="number"
                inputMode="numeric"
                min={LEAST_COPYING}
                max={MOST_COPYING}
                value={hours}
                onChange={({ target }) => setHours(target.value)}
              />
            )}
          </Field>
          <h4>{t("preview")}</h4>
          <WithdrawalPreview number={number} timeZone={timeZone} withdrawal={withdrawal} />
          <p>{t("confirmWhat")}</p>
          <div className="row">
            <button type="submit" className="btn refuse" aria-disabled={withdraw.isPending}>
              {withdraw.isPending ? t("pending") : t("confirm", { number })}
            </button>
          </div>
          <p className="help" role="alert">
            {refused(withdraw.error)}
          </p>
        </form>
      </details>
    </section>
  );
}
