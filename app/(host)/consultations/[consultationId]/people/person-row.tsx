"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import { useRefused } from "@/app/(host)/_components/refused";
import type { AppRouter } from "@/server/trpc/router";
import { AskedButton } from "../seats/asked-button";
import { ChangeRole } from "./change-role";
import { HandOver } from "./hand-over";
import { useSignInLink } from "./sign-in-link";

export type Person = inferRouterOutputs<AppRouter>["consultations"]["overview"]["people"][number];

type PersonRowProps = {
  readonly consultationId: string;
  readonly person: Person;
  /** Whether it is whoever looks at the page. */
  readonly own: boolean;
  /** Whether whoever looks may send links, hand over and, but for a mission's last host, change the role. */
  readonly mayChange: boolean;
  readonly lastHost: boolean;
  readonly onHandedOver: (email: string) => Promise<void>;
};

/** One person: their address, a new sign-in link for them, their role, their successor, and their removal. */
export function PersonRow(props: PersonRowProps) {
  const { consultationId, person, own, mayChange, lastHost, onHandedOver } = props;
  const t = useTranslations("people");
  const tActs = useTranslations("peopleActs");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const row = useFocusOnceGone<HTMLLIElement>();
  const link = useSignInLink();
  const remove = useMutation(
    trpc.consultations.removePerson.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const name = person.name ?? person.email;
  return (
    <li className="person" ref={row}>
      <span>
        <span className="m">{name}</span>
        {own && <span className="help"> ({tActs("you")})</span>}
        {person.name !== null && <span className="help"> {person.email}</span>}
      </span>
      {mayChange && (
        <span className="row acts">
          {!own && (
            <button
              type="button"
              className="btn quiet small"
              aria-disabled={link.isPending}
              onClick={() => !link.isPending && link.mutate(person.email)}
            >
              {t("sendLink")}
              <span className="sr"> {t("toPerson", { name })}</span>
            </button>
          )}
          {!lastHost && <ChangeRole consultationId={consultationId} person={person} />}
          <HandOver consultationId={consultationId} person={person} own={own} onHandedOver={onHandedOver} />
          {!own && !lastHost && (
            <AskedButton
              name={t("remove")}
              of={name}
              confirm={t("removeNow", { name })}
              className="btn quiet small"
              pending={remove.isPending}
              onConfirm={() => remove.mutate({ consultationId, personId: person.id })}
            />
          )}
        </span>
      )}
      {mayChange && lastHost && <span className="help">{tActs("lastHost")}</span>}
      <span className="help" role="status">
        {link.isSuccess && t("linkSent", { email: person.email })}
        {link.isError && t("linkNotSent")}
        {refused(remove.error)}
      </span>
    </li>
  );
}
