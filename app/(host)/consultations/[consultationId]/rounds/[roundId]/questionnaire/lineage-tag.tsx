"use client";

import { useTranslations } from "next-intl";
import { type Origin, originOf } from "@/domain/questionnaire/carry-over";
import type { Item } from "@/domain/questionnaire/item";
import type { AskedRound } from "@/domain/questionnaire/lineage";

const SHAPES = { carried: "tag done", reworded: "tag half", new: "tag" } as const;

/** The id under which the head of an item's panel names the tag beside it. */
export const LINEAGE_TAG = "edit-lineage";

/** Where the item being edited comes from. It is told anew when a change of words makes it another. */
export function LineageTag({ origin }: { readonly origin: Origin }) {
  const t = useTranslations("questionnaire.lineage");
  return (
    <p className={SHAPES[origin.lineage]} id={LINEAGE_TAG} role="status">
      {origin.lineage === "new" ? t("new") : t(origin.lineage, { number: origin.round })}
    </p>
  );
}

type LineageMarkProps = { readonly item: Item; readonly earlier: readonly AskedRound[] };

/** Marks an item of the outline that is not as an earlier round asked it. In a first round nothing is marked. */
export function LineageMark({ item, earlier }: LineageMarkProps) {
  const t = useTranslations("questionnaire.lineage.marks");
  if (earlier.length === 0) return null;
  const { lineage } = originOf(item, earlier);
  return lineage === "carried" ? null : <p className={SHAPES[lineage]}>{t(lineage)}</p>;
}
