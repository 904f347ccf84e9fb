"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAskedInPlace } from "@/app/(host)/_components/asked-in-place";
import { useRefused } from "@/app/(host)/_components/refused";
import { useSignInLink } from "./sign-in-link";

type PersonRowProps = {
  readonly consultationId: string;
  readonly person: { readonly id: string; readonly name: string | null; readonly email: string };
  readonly mayChange: boolean;
};

/** One person: their address, a new sign-in link for them, and their removal, confirmed in place. */
export function PersonRow({ consultationId, person, mayChange }: PersonRowProps) {
  const t = useTranslations("people");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { asked, setAsked, asking, confirming } = useAskedInPlace();
  const link = useSignInLink();
  const remove = useMutation(
    trpc.consultations.removePerson.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  const name = person.name ?? person.email;
  return (
    <li>
      <span>
        <span className="m">{name}</span>
        {person.name !== null && <span className="help"> {person.email}</span>}
      </span>
      {mayChange && !asked && (
        <span className="row">
          <button
            type="button"
            className="btn quiet small"
            disabled={link.isPending}
            onClick={() => link.mutate(person.email)}
          >
            {t("sendLink")}
            <span className="sr"> {t("toPerson", { name })}</span>
          </button>
          <button type="button" className="btn quiet small" ref={asking} onClick={() => setAsked(true)}>
            {t("remove")}
            <span className="sr"> {name}</span>
          </button>
        </span>
      )}
      {asked && (
        <span className="row">
          <button
            type="button"
            className="btn refuse small"
            ref={confirming}
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate({ consultationId, personId: person.id }, { onSettled: () => setAsked(false) })
            }
          >
            {t("removeNow", { name })}
          </button>
          <button type="button" className="btn quiet small" onClick={() => setAsked(false)}>
            {t("keep")}
          </button>
        </span>
      )}
      <span className="help" role="status">
        {link.isSuccess && t("linkSent", { email: person.email })}
        {link.isError && t("linkNotSent")}
        {refused(remove.error)}
      </span>
    </li>
  );
}
