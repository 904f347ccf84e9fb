"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { extensionIssues, LEAST_EXTENSION, MOST_EXTENSION } from "@/domain/consultation/clock";

type ExtensionFormProps = {
  readonly consultationId: string;
  /** Null where enrolment opened before there was such a rule. */
  readonly hours: number | null;
  /** It stands in the signed record. */
  readonly fixed: boolean;
};

/** By how long the rule extends a round in which few have responded: to be set until enrolment opens. */
export function ExtensionForm({ consultationId, hours, fixed }: ExtensionFormProps) {
  const t = useTranslations("clock");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const refused = useRefused("text");
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.conduct.setExtension.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const [written, setWritten] = useState(String(hours ?? ""));
  const [asked, setAsked] = useState(false);
  const [issue] = asked ? extensionIssues(Number(written)) : [];

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (extensionIssues(Number(written)).length === 0 && !save.isPending)
      save.mutate({ consultationId, hours: Number(written) });
  }

  return (
    <section className="panel stack" aria-labelledby="extension">
      <h3 id="extension">{t("ruleTitle")}</h3>
      <p className="help">{hours === null ? t("ruleNone") : t("rule", { hours })}</p>
      {!fixed && (
        <form className="stack" onSubmit={submit} noValidate>
          <Field
            id="extension-hours"
            label={t("ruleField")}
            help={t("ruleHelp", { least: LEAST_EXTENSION, most: MOST_EXTENSION })}
            error={issue && tIssues("extension_hours_out_of_bounds", issue.values)}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                type="number"
                inputMode="numeric"
                min={LEAST_EXTENSION}
                max={MOST_EXTENSION}
                value={written}
                onChange={({ target }) => setWritten(target.value)}
              />
            )}
          </Field>
          <div className="row">
            <button className="btn secondary" type="submit" aria-disabled={save.isPending}>
              {save.isPending ? t("ruleSaving") : t("ruleSave")}
            </button>
            <span className="help" role="status">
              {save.isSuccess && t("ruleSaved")}
              {refused(save.error)}
            </span>
          </div>
        </form>
      )}
    </section>
  );
}
