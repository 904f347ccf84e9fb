"use client";

import { useTranslations } from "next-intl";
import { Refusal } from "@/domain/refusal";
import { Refused, Unreachable } from "./_protocol/transport";

/** Says in a sentence what went wrong and what to do next, whatever was thrown. */
export function useTrouble(): (error: unknown) => string {
  const t = useTranslations("participant.trouble");
  const tRefusals = useTranslations("refusals");
  return (error) => {
    if (error instanceof Refused) return error.message;
    if (error instanceof Unreachable) return t("unreachable");
    if (error instanceof Refusal) return tRefusals(error.code, error.values as never); // each code's sentence names its own values
    return t("unexpected");
  };
}
