"use client";

import { useTranslations } from "next-intl";
import { ClearOrUnanswered } from "./clear-or-unanswered";

type NoPositionFootProps = {
  /** Name of the radio group that "no position" belongs to. */
  readonly name: string;
  readonly what: string;
  readonly answered: boolean;
  readonly noPosition: boolean;
  readonly onNoPosition: () => void;
  readonly onClear: () => void;
};

/** Under the controls of an item: "no position", which is an answer, and what tells that there is none yet. */
export function NoPositionFoot({
  name,
  what,
  answered,
  noPosition,
  onNoPosition,
  onClear,
}: NoPositionFootProps) {
  const t = useTranslations("answerFields");
  return (
    <div className="scale-foot">
      <label className="nopos">
        <input type="radio" name={name} checked={noPosition} onChange={onNoPosition} />
        <span>{t("noPosition")}</span>
      </label>
      <ClearOrUnanswered what={what} answered={answered} onClear={onClear} />
    </div>
  );
}
