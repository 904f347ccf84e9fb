"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { type NewPerson, personIssues } from "@/domain/consultation/person";
import { useSignInLink } from "./sign-in-link";

type AddPersonProps = {
  readonly consultationId: string;
  readonly coHosts: readonly string[];
  /** The mission of whoever adds, for which a host is added first of all. */
  readonly ownMission: string | null;
};

const NOBODY: NewPerson = { name: "", email: "", role: "host", mission: "" };
const ROLES = ["host", "rapporteur", "observer"] as const;

/** Names somebody who may sign in. A mission is asked for hosts alone: whoever acts for one can set consultations up for it. */
export function AddPerson({ consultationId, coHosts, ownMission }: AddPersonProps) {
  const t = useTranslations("people");
  const refused = useRefused("text");
  const tIssues = useTranslations("issues");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [filledIn, setPerson] = useState<NewPerson>({ ...NOBODY, mission: ownMission ?? "" });
  const person = filledIn.role === "host" ? filledIn : { ...filledIn, mission: "" };
  const [asked, setAsked] = useState(false);
  const link = useSignInLink();
  const add = useMutation(
    trpc.consultations.addPerson.mutationOptions({
      onSuccess: async (_nothing, { email }) => {
        setAsked(false);
        setPerson({ ...filledIn, name: "", email: "" });
        link.mutate(email);
        await queryClient.invalidateQueries(trpc.consultations.pathFilter());
      },
    }),
  );
  const change = (part: Partial<NewPerson>) => setPerson((before) => ({ ...before, ...part }));
  const issues = asked ? personIssues(person) : [];
  const errorAt = (at: "email" | "mission") => {
    const issue = issues.find((found) => found.at === at);
    return issue === undefined ? undefined : tIssues(issue.code as never); // a key of `issues`, whose words take no values here
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    const [first] = personIssues(person);
    if (first === undefined) add.mutate({ consultationId, ...person });
    else form.current?.querySelector<HTMLInputElement>(`#person-${first.at}`)?.focus();
  }

  return (
    <form className="panel" onSubmit={submit} noValidate ref={form} aria-labelledby="add">
      <h2 id="add">{t("add")}</h2>
      <fieldset>
        <legend className="label">{t("role")}</legend>
        {ROLES.map((role) => (
          <label className="check" key={role}>
            <input
              type="radio"
              name="role"
              checked={person.role === role}
              onChange={() => change({ role })}
            />
            <span>
              {t(`roles.${role}`)} <small>{t(`may.${role}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field id="person-email" label={t("email")} error={errorAt("email")}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="email"
            autoComplete="off"
            value={person.email}
            onChange={({ target }) => change({ email: target.value })}
          />
        )}
      </Field>
      <Field id="person-name" label={t("name")} error={undefined}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            autoComplete="off"
            value={person.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      {person.role === "host" && (
        <Field id="person-mission" label={t("mission")} help={t("missionHelp")} error={errorAt("mission")}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              list="co-hosts"
              autoComplete="off"
              value={person.mission}
              onChange={({ target }) => change({ mission: target.value })}
            />
          )}
        </Field>
      )}
      <datalist id="co-hosts">
        {coHosts.map((mission) => (
          <option key={mission} value={mission} />
        ))}
      </datalist>
      <button className="btn wide" type="submit" disabled={add.isPending}>
        {add.isPending ? t("adding") : t("addNow")}
      </button>
      <div aria-live="polite">
        {add.error !== null && <p className="notice caution">{refused(add.error)}</p>}
        {link.isSuccess && <p className="notice settled">{t("added", { email: link.variables })}</p>}
        {link.isError && <p className="notice caution">{t("addedNotMailed", { email: link.variables })}</p>}
      </div>
    </form>
  );
}
