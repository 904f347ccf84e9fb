"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";

type RoundPickerProps = { readonly consultationId: string; readonly roundId: string };

/** Leads to the questionnaire of each round, where there are several. */
export function RoundPicker({ consultationId, roundId }: RoundPickerProps) {
  const t = useTranslations("questionnaire");
  const tStages = useTranslations("overview.stages");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  if (data.rounds.length < 2) return null;
  return (
    <nav className="round-picker" aria-label={t("rounds")}>
      {data.rounds.map(({ id, number, stage, published }) => (
        <Link
          key={id}
          className="tab"
          href={`/consultations/${consultationId}/rounds/${id}/questionnaire`}
          aria-current={id === roundId ? "page" : undefined}
        >
          {t("round", { number, stage: tStages(published ? "published" : stage) })}
        </Link>
      ))}
    </nav>
  );
}
