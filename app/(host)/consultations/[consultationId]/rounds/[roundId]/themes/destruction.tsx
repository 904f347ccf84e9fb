"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { daysLeft } from "@/domain/themes/destruction";
import { Act } from "../../../act";
import type { BenchOfRound } from "./use-coding";

/** A day of a round, in its time zone. */
export function useDay() {
  const format = useFormatter();
  return (at: string, timeZone: string) =>
    format.dateTime(new Date(at), { day: "numeric", month: "long", year: "numeric", timeZone });
}

type DestructionProps = { readonly bench: BenchOfRound };

/** Counts down to the day on which the answers are destroyed. */
export function Destruction({ bench: { destruction, timeZone } }: DestructionProps) {
  const t = useTranslations("themes");
  const day = useDay();
  if (destruction === null) return null;
  const date = day(destruction.at, timeZone);
  return (
    <p>
      {destruction.certain
        ? t("destroyedIn", { days: daysLeft(destruction.at, new Date()), date })
        : t("destroyedAtEarliest", { days: destruction.keptDays, date })}
    </p>
  );
}

type DestroyedProps = { readonly at: string; readonly timeZone: string };

/** Says that the answers are gone, and what remains. */
export function Destroyed({ at, timeZone }: DestroyedProps) {
  const t = useTranslations("themes");
  const day = useDay();
  return (
    <div className="withheld">
      <b>{t("destroyedTitle")}</b>
      {t("destroyed", { date: day(at, timeZone) })}
    </div>
  );
}

/** Lets hosts destroy the answers before their day. */
export function DestroyNow({ consultationId }: { readonly consultationId: string }) {
  const t = useTranslations("themes");
  const queryClient = useQueryClient();
  const refused = useRefused("act");
  const destroy = useMutation({
    mutationFn: () => closing.themes.destroy.mutate({ consultationId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["themes"] }),
  });
  return (
    <Act
      name={t("destroy")}
      what={t("destroyWhat")}
      secondary
      pending={destroy.isPending}
      error={refused(destroy.error)}
      onConfirm={() => destroy.mutate()}
    />
  );
}
