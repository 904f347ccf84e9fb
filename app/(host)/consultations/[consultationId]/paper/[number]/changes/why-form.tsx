"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { IdentityCheck } from "@/app/_components/answer-fields/identity-check";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import type { ReadPaper } from "../use-paper-draft";
import { EvidenceWords } from "./evidence-words";
import { useReasonDraft } from "./use-reason-draft";

type WhyFormProps = {
  readonly consultationId: string;
  readonly read: ReadPaper;
  readonly blockId: string;
};

/** Names the findings that moved a paragraph, and says so in a sentence. */
export function WhyForm({ consultationId, read, blockId }: WhyFormProps) {
  const t = useTranslations("paper.why");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refused = useRefused("text");
  const id = useId();
  const { number, version, evidence } = read;
  const draft = useReasonDraft(version, read.reasons[blockId]);
  const { findings, sentence } = draft;
  const reading = trpc.papers.read.queryOptions({ consultationId, number });
  const explain = useMutation(
    trpc.papers.explain.mutationOptions({
      onSuccess: (kept, sent) => draft.keep(kept.version, sent),
      // What another saved meanwhile is read again; what is written here stays.
      onSettled: () => queryClient.invalidateQueries({ queryKey: reading.queryKey }),
    }),
  );
  const changed = explain.error?.data?.refusal === "paper_changed";
  const said = changed ? t("changed") : refused(explain.error);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (explain.isPending) return;
    explain.mutate({
      consultationId,
      number,
      version: draft.over,
      blockId,
      findings: [...findings],
      sentence,
    });
  }
  return (
    <form className="stack" onSubmit={submit}>
      {evidence.length === 0 ? (
        <p className="help">{t("noFindings")}</p>
      ) : (
        <fieldset className="stack">
          <legend className="label">{t("findings")}</legend>
          {evidence.map((one) => (
            <label className="check" key={one.key}>
              <input
                type="checkbox"
                checked={findings.includes(one.key)}
                onChange={({ target }) =>
                  draft.name(
                    target.checked ? [...findings, one.key] : findings.filter((key) => key !== one.key),
                  )
                }
              />
              <span>
                <EvidenceWords evidence={one} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field id={`${id}-sentence`} label={t("sentence")} error={undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            rows={2}
            maxLength={1_000}
            value={sentence}
            onChange={({ target }) => draft.write(target.value)}
          />
        )}
      </Field>
      <IdentityCheck text={sentence} />
      <div className="row">
        <button type="submit" className="btn secondary small" aria-disabled={explain.isPending}>
          {t("save")}
        </button>
        <span className="help" role="status">
          {explain.isSuccess && !draft.unsaved && t("saved")}
        </span>
      </div>
      <div role="alert">
        {(draft.overtaken || said !== undefined) && (
          <p className="notice caution">
            {draft.overtaken && (changed || said === undefined) ? t("overtaken") : said}
          </p>
        )}
      </div>
    </form>
  );
}
