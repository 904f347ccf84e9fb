"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { ParticularsFields } from "@/app/(host)/_components/particulars-fields";
import { useRefused } from "@/app/(host)/_components/refused";
import { type Particulars, particularsIssues } from "@/domain/consultation/consultation";

type ParticularsFormProps = {
  readonly consultationId: string;
  readonly particulars: Particulars;
  readonly enrolmentOpen: boolean;
};

/** Title, subject and rule. Title and rule are fixed once enrolment is open, and then stand here to be read. */
export function ParticularsForm({ consultationId, particulars, enrolmentOpen }: ParticularsFormProps) {
  const t = useTranslations("settings");
  const refused = useRefused("text");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Particulars>(particulars);
  const save = useMutation(
    trpc.consultations.update.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const change = (part: Partial<Particulars>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const issues = particularsIssues(draft);
  const errorAt = (at: keyof Particulars) => {
    const issue = issues.find((found) => found.at === at);
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    const { title, subject, rule } = draft;
    if (issues.length === 0 && !save.isPending) save.mutate({ consultationId, title, subject, rule });
  }

  return (
    <form className="panel" onSubmit={submit} noValidate aria-labelledby="particulars">
      <h2 id="particulars">{t("particulars")}</h2>
      <ParticularsFields particulars={draft} onChange={change} errorAt={errorAt} fixed={enrolmentOpen} />
      <div className="row">
        <button className="btn" type="submit" aria-disabled={save.isPending}>
          {save.isPending ? t("saving") : t("save")}
        </button>
        <span className="help" role="status">
          {save.isSuccess && t("saved")}
          {refused(save.error)}
        </span>
      </div>
    </form>
  );
}
