"use client";

import { useTranslations } from "next-intl";
import type { Step } from "@/domain/room/step";

/** What a step is called, on a button and in the list of what was done. */
export function useStepName(): (step: Step) => string {
  const t = useTranslations("roomScreens.steps");
  return (step) => {
    switch (step.kind) {
      case "question":
        return step.question === null ? t("allAtOnce") : t("question", { number: step.question + 1 });
      case "lastCall":
        return t("lastCall", {
          minutes: Math.floor(step.seconds / 60),
          seconds: step.seconds % 60,
        });
      case "finding":
        return t("finding", { number: step.finding + 1 });
      default:
        return t(step.kind);
    }
  };
}
