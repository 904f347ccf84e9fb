"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import type { Role } from "@/domain/consultation/access";
import { EndOfForm } from "./end-of-form";
import type { Person } from "./person-row";
import { useFirstField } from "./use-first-field";

type ChangeRoleProps = { readonly consultationId: string; readonly person: Person };

const ROLES: readonly Role[] = ["host", "rapporteur", "observer"];

/** Gives somebody another role. Whoever acts for no mission is asked for one before they host. */
export function ChangeRole({ consultationId, person }: ChangeRoleProps) {
  const t = useTranslations("peopleActs");
  const tPeople = useTranslations("people");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { asked, setAsked, asking } = useAskedInPlace();
  const form = useFirstField();
  const name = person.name ?? person.email;
  const [role, setRole] = useState(person.role);
  const [mission, setMission] = useState("");
  const change = useMutation(
    trpc.people.changeRole.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (change.isPending) return;
    const wanted = { consultationId, personId: person.id, role, mission };
    change.mutate(wanted, { onSuccess: () => setAsked(false) });
  }

  if (!asked)
    return (
      <button type="button" className="btn quiet small" ref={asking} onClick={() => setAsked(true)}>
        {t("changeRole")}
        <span className="sr"> {name}</span>
      </button>
    );
  return (
    <form className="notice stack in-row" onSubmit={submit} noValidate ref={form}>
      <div className="field">
        <label htmlFor={`role-${person.id}`}>{t("newRole", { name })}</label>
        <select
          className="select"
          id={`role-${person.id}`}
          value={role}
          // The options are the roles.
          onChange={({ target }) => setRole(target.value as Role)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {tPeople(`roles.${one}`)}
            </option>
          ))}
        </select>
        <p className="help">{tPeople(`may.${role}`)}</p>
      </div>
      {role === "host" && person.mission === null && (
        <Field
          id={`mission-${person.id}`}
          label={t("mission", { name })}
          help={tPeople("missionHelp")}
          error={undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              list="co-hosts"
              autoComplete="off"
              value={mission}
              onChange={({ target }) => setMission(target.value)}
            />
          )}
        </Field>
      )}
      <EndOfForm
        act={t("giveRole")}
        pending={change.isPending}
        error={refused(change.error)}
        onCancel={() => setAsked(false)}
      />
    </form>
  );
}
