"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";

type DeleteConsultationProps = { readonly consultationId: string; readonly title: string };

/** Takes the whole set-up back while nobody can have enrolled; whoever does it names what goes. */
export function DeleteConsultation({ consultationId, title }: DeleteConsultationProps) {
  const t = useTranslations("deletion");
  const tRefusals = useTranslations("refusals");
  const refused = useRefused("act");
  const trpc = useTRPC();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const gone = useMutation(
    trpc.consultations.delete.mutationOptions({
      onSuccess: () => router.replace("/consultations?deleted=1"),
    }),
  );
  const deleting = gone.isPending || gone.isSuccess;
  const differs = typed.trim() !== title;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (differs) document.getElementById("deletion-title")?.focus();
    else if (!deleting) gone.mutate({ consultationId, title: typed });
  }

  return (
    <form className="panel" onSubmit={submit} noValidate aria-labelledby="deletion">
      <h2 id="deletion">{t("title")}</h2>
      <p>{t("what")}</p>
      <Field
        id="deletion-title"
        label={t("confirm")}
        help={t("confirmHelp", { title })}
        error={asked && differs ? tRefusals("deletion_title_differs") : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <div role="alert">{gone.error !== null && <p className="notice caution">{refused(gone.error)}</p>}</div>
      <button className="btn refuse" type="submit" aria-disabled={deleting}>
        {deleting ? t("deleting") : t("act", { title })}
      </button>
    </form>
  );
}
