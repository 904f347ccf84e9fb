"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { ParticularsFields } from "@/app/(host)/_components/particulars-fields";
import { useRefused } from "@/app/(host)/_components/refused";
import { TimeZoneField } from "@/app/(host)/_components/time-zone-field";
import { type SetUp, setUpIssues } from "@/domain/consultation/consultation";
import { CoHostFields } from "./co-host-fields";
import type { Keyed } from "./keyed";
import { RoundFields } from "./round-fields";

/** What has been filled in so far. */
type Draft = Omit<SetUp, "coHosts" | "rounds"> & {
  readonly coHosts: Keyed<SetUp["coHosts"][number]>[];
  readonly rounds: Keyed<SetUp["rounds"][number]>[];
};

type SetUpFormProps = { readonly timeZones: readonly string[] };

export function SetUpForm({ timeZones }: SetUpFormProps) {
  const t = useTranslations("setUp");
  const refused = useRefused("text");
  const tIssues = useTranslations("issues");
  const router = useRouter();
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    title: t("defaultTitle"),
    subject: t("defaultSubject"),
    rule: t("defaultRule"),
    timeZone: "America/New_York",
    template: "dsr-2011",
    coHosts: [{ key: 1, mission: "", email: "" }],
    rounds: [
      { key: 1, level: "expert", opensAt: "", closesAt: "" },
      { key: 2, level: "expert", opensAt: "", closesAt: "" },
      { key: 3, level: "highLevel", opensAt: "", closesAt: "" },
    ],
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const create = useMutation(
    trpc.consultations.create.mutationOptions({
      onSuccess: ({ consultationId }) => router.push(`/consultations/${consultationId}`),
    }),
  );
  const creating = create.isPending || create.isSuccess;
  const issues = asked ? setUpIssues(draft) : [];
  const errorAt = (at: string) => {
    const issue = issues.find((found) => found.at === at);
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (creating) return;
    setAsked(true);
    const [first] = setUpIssues(draft);
    if (first === undefined) create.mutate(draft);
    else document.getElementById((first.at ?? "").replaceAll(".", "-"))?.focus();
  }

  return (
    <form className="stack-lg" onSubmit={submit} noValidate>
      <fieldset className="stack">
        <legend className="label">{t("template")}</legend>
        {(["dsr-2011", "blank"] as const).map((template) => (
          <label className="check" key={template}>
            <input
              type="radio"
              name="template"
              checked={draft.template === template}
              onChange={() => change({ template })}
            />
            <span>
              {t(`templates.${template}.name`)} <small>{t(`templates.${template}.what`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <ParticularsFields particulars={draft} onChange={change} errorAt={errorAt} />
      <CoHostFields coHosts={draft.coHosts} onChange={(coHosts) => change({ coHosts })} errorAt={errorAt} />
      <TimeZoneField
        id="timeZone"
        value={draft.timeZone}
        timeZones={timeZones}
        onChange={(timeZone) => change({ timeZone })}
        error={errorAt("timeZone")}
      />
      <RoundFields
        rounds={draft.rounds}
        timeZone={draft.timeZone}
        onChange={(rounds) => change({ rounds })}
        errorAt={errorAt}
      />
      <div aria-live="polite">
        {issues.length > 0 && <p className="notice caution">{t("toMend", { count: issues.length })}</p>}
        {create.error !== null && <p className="notice caution">{refused(create.error)}</p>}
      </div>
      <p className="notice" id="public-from-now">
        {t("publicFromNow")}
      </p>
      <button className="btn" type="submit" aria-disabled={creating} aria-describedby="public-from-now">
        {creating ? t("creating") : t("create")}
      </button>
    </form>
  );
}
