"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "./act";

type EndConsultationProps = { readonly consultationId: string };

/** Offered once all planned rounds have closed: only its hosts know that none will be added. */
export function EndConsultation({ consultationId }: EndConsultationProps) {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const end = useMutation(
    trpc.conduct.end.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.consultations.pathFilter()),
    }),
  );
  return (
    <section className="stack" aria-labelledby="end">
      <h2 id="end">{t("allClosed")}</h2>
      <p className="help">{t("allClosedHelp")}</p>
      <Act
        name={t("end")}
        what={t("endWhat")}
        pending={end.isPending}
        error={refused(end.error)}
        secondary
        onConfirm={() => end.mutate({ consultationId })}
      />
    </section>
  );
}
