"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PlanCautions } from "@/app/(host)/_components/plan-cautions";
import { PlanFields } from "@/app/(host)/_components/plan-fields";
import { useRefused } from "@/app/(host)/_components/refused";
import { TimeZoneField } from "@/app/(host)/_components/time-zone-field";
import { instantOf, type PlannedRound, plannedRoundIssues } from "@/domain/consultation/consultation";
import type { TimedRound } from "@/domain/consultation/plan-cautions";

export type Plan = PlannedRound & { readonly timeZone: string };

type PlanFormProps = {
  /** Starts the ids of the controls. */
  readonly id: string;
  readonly start: Plan;
  /** The number of the round, and the dates of all. */
  readonly number: number;
  readonly all: readonly TimedRound[];
  readonly timeZones: readonly string[];
  readonly submitName: string;
  readonly sending: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: { readonly message: string } | null;
  };
  readonly onSubmit: (plan: Plan) => void;
};

/** The plan of one round as a form; what is wrong is said beside its field once it was submitted. */
export function PlanForm(props: PlanFormProps) {
  const { id, start, number, all, timeZones, submitName, sending, onSubmit } = props;
  const t = useTranslations("settings");
  const refused = useRefused("text");
  const tIssues = useTranslations("issues");
  const [plan, setPlan] = useState(start);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const found = plannedRoundIssues(plan, plan.timeZone, "plan");
  const errorAt = (field: string) => {
    const issue = asked ? found.find(({ at }) => at === `plan.${field}`) : undefined;
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (found.length === 0 && !sending.isPending) onSubmit(plan);
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PlanFields id={id} plan={plan} timeZone={plan.timeZone} onChange={change} errorAt={errorAt} />
      <TimeZoneField
        id={`${id}-timeZone`}
        value={plan.timeZone}
        timeZones={timeZones}
        onChange={(timeZone) => change({ timeZone })}
        error={undefined}
      />
      <PlanCautions
        round={{
          number,
          opensAt: instantOf(plan.opensAt, plan.timeZone),
          closesAt: instantOf(plan.closesAt, plan.timeZone),
        }}
        all={all}
      />
      <div className="row">
        <button className="btn secondary" type="submit" aria-disabled={sending.isPending}>
          {sending.isPending ? t("saving") : submitName}
        </button>
        <span className="help" role="status">
          {sending.isSuccess && t("saved")}
          {refused(sending.error)}
        </span>
      </div>
    </form>
  );
}
