"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { IdentityCheck } from "@/app/_components/answer-fields/identity-check";
import { Words } from "@/app/_components/figures/words";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import type { ReadPaper } from "../use-paper-draft";

type WhyProps = {
  readonly consultationId: string;
  readonly read: ReadPaper;
  readonly blockId: string;
  readonly mayExplain: boolean;
};

/** Why a paragraph changed: the findings that are named, and the form to name them. */
export function Why({ consultationId, read, blockId, mayExplain }: WhyProps) {
  const t = useTranslations("paper.why");
  const reason = read.reasons[blockId];
  const named = read.evidence.filter(({ key }) => reason?.findings.includes(key));
  return (
    <div className="because stack">
      {reason === undefined ? (
        <p className="help">{t("none")}</p>
      ) : (
        <div>
          <p className="label">{t("title")}</p>
          {named.length > 0 && (
            <ul className="bullets">
              {named.map((evidence) => (
                <li key={evidence.key}>
                  <EvidenceWords evidence={evidence} />
                </li>
              ))}
            </ul>
          )}
          {reason.sentence !== "" && <p>{reason.sentence}</p>}
        </div>
      )}
      {mayExplain && (
        <details className="more">
          <summary>{t(reason === undefined ? "open" : "edit")}</summary>
          <WhyForm consultationId={consultationId} read={read} blockId={blockId} />
        </details>
      )}
    </div>
  );
}

function EvidenceWords({ evidence }: { readonly evidence: ReadPaper["evidence"][number] }) {
  const t = useTranslations("paper.why");
  const { sentence, round, about } = evidence;
  return (
    <>
      {t("of", { round, about })}
      {sentence !== null && (
        <span className="fine">
          {" "}
          <Words message={sentence} />
        </span>
      )}
    </>
  );
}

function WhyForm({ consultationId, read, blockId }: Omit<WhyProps, "mayExplain">) {
  const t = useTranslations("paper.why");
  const tPaper = useTranslations("paper");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const { number, version, evidence } = read;
  const [findings, setFindings] = useState<readonly string[]>(read.reasons[blockId]?.findings ?? []);
  const [sentence, setSentence] = useState(read.reasons[blockId]?.sentence ?? "");
  const reading = trpc.papers.read.queryOptions({ consultationId, number });
  const explain = useMutation(
    // What another saved meanwhile is read again; what is written here stays.
    trpc.papers.explain.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: reading.queryKey }),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (explain.isPending) return;
    explain.mutate({ consultationId, number, version, blockId, findings: [...findings], sentence });
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
                  setFindings(
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
            onChange={({ target }) => setSentence(target.value)}
          />
        )}
      </Field>
      <IdentityCheck text={sentence} />
      <div className="row">
        <button type="submit" className="btn secondary small" aria-disabled={explain.isPending}>
          {t("save")}
        </button>
        <span className="help" role="status">
          {explain.isSuccess && t("saved")}
        </span>
      </div>
      {explain.error !== null && (
        <p className="notice caution" role="alert">
          {explain.error.data ? explain.error.message : tPaper("noReply")}
        </p>
      )}
    </form>
  );
}
