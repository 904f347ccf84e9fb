"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { type Successor, successorIssues } from "@/domain/consultation/hosting";
import { EndOfForm } from "./end-of-form";
import type { Person } from "./person-row";
import { useFirstField } from "./use-first-field";

type HandOverProps = {
  readonly consultationId: string;
  readonly person: Person;
  readonly own: boolean;
  readonly onHandedOver: (email: string) => Promise<void>;
};

/** Puts a successor in the place of somebody who is posted elsewhere. */
export function HandOver({ consultationId, person, own, onHandedOver }: HandOverProps) {
  const t = useTranslations("peopleActs");
  const tIssues = useTranslations("issues");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const { asked, setAsked, asking } = useAskedInPlace();
  const form = useFirstField();
  const name = person.name ?? person.email;
  const [successor, setSuccessor] = useState<Successor>({ name: "", email: "" });
  const [sent, setSent] = useState(false);
  const handOver = useMutation(
    trpc.people.handOver.mutationOptions({ onSuccess: () => onHandedOver(successor.email) }),
  );
  const issues = sent ? successorIssues(successor) : [];
  const errorAt = (at: keyof Successor) => {
    const issue = issues.find((found) => found.at === at);
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setSent(true);
    const [first] = successorIssues(successor);
    if (first !== undefined)
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${first.at}"]`)?.focus();
    else if (!handOver.isPending) handOver.mutate({ consultationId, personId: person.id, successor });
  }

  if (!asked)
    return (
      <button type="button" className="btn quiet small" ref={asking} onClick={() => setAsked(true)}>
        {t("handOver")}
        <span className="sr"> {name}</span>
      </button>
    );
  return (
    <form className="notice stack in-row" onSubmit={submit} noValidate ref={form}>
      <p className="title">{t("handOverTitle", { name })}</p>
      <p>{own ? t("handOverYours") : t("handOverWhat", { name })}</p>
      <p className="help">{t("elsewhere")}</p>
      {(["name", "email"] as const).map((part) => (
        <Field
          key={part}
          id={`successor-${part}-${person.id}`}
          label={t(part === "name" ? "successorName" : "successorEmail")}
          error={errorAt(part)}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              name={part}
              type={part === "email" ? "email" : "text"}
              autoComplete="off"
              value={successor[part]}
              onChange={({ target }) => setSuccessor({ ...successor, [part]: target.value })}
            />
          )}
        </Field>
      ))}
      <EndOfForm
        act={t("handOverNow")}
        pending={handOver.isPending}
        error={refused(handOver.error)}
        onCancel={() => setAsked(false)}
      />
    </form>
  );
}
