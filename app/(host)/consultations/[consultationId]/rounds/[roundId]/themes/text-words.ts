"use client";

import { useTranslations } from "next-intl";
import type { Standing } from "@/domain/themes/progress";

/** How the texts of a list are spoken of. */
export type TextWords = {
  readonly label: string;
  readonly search: string;
  readonly keys: string;
  readonly nothingFound: string;
  readonly standings: readonly Standing[];
  /** What marks each text for what it is; null where nothing else could be meant. */
  readonly tag: string | null;
  readonly nameOf: (place: number, all: number) => string;
  readonly nothingHere: (standing: Standing) => string;
};

const OF_NOTES: readonly Standing[] = ["toCode", "coded", "setAside"];

export function useAnswerWords(): TextWords {
  const t = useTranslations("themes");
  return {
    label: t("answersLabel"),
    search: t("search"),
    keys: t("keys"),
    nothingFound: t("nothingFound"),
    standings: [...OF_NOTES, "notToBeReflected"],
    tag: null,
    nameOf: (place, all) => t("answerOf", { place, all }),
    nothingHere: (standing) => t(`nothingHere.${standing}`),
  };
}

export function useNoteWords(): TextWords {
  const t = useTranslations("floor.bench");
  return {
    label: t("label"),
    search: t("search"),
    keys: t("keys"),
    nothingFound: t("nothingFound"),
    standings: OF_NOTES,
    tag: t("tag"),
    nameOf: (place, all) => t("noteOf", { place, all }),
    nothingHere: (standing) => t(`nothingHere.${standing}`),
  };
}
