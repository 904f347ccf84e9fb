import { useTranslations } from "next-intl";
import { actKey } from "@/domain/acts/act-words";

/** Gives the name of an act; one that has no words yet is named as it was recorded. */
export function useActName(): (act: string) => string {
  const t = useTranslations("log");
  return (act) => {
    const key = `acts.${actKey(act)}` as never; // asked for before it is used
    return t.has(key) ? t(key) : act;
  };
}
