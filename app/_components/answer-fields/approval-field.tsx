"use client";

import { useTranslations } from "next-intl";
import type { ApprovalAnswer, ApprovalItem } from "@/domain/questionnaire/approval";
import { NO_POSITION } from "@/domain/questionnaire/position";
import { NoPositionFoot } from "./no-position-foot";

type ApprovalFieldProps = {
  readonly item: ApprovalItem;
  readonly answer: ApprovalAnswer | undefined;
  readonly onChange: (answer: ApprovalAnswer | undefined) => void;
  /** Id of what is said to be mended, where there is anything. */
  readonly toMend: string | undefined;
};

export function ApprovalField({ item, answer, onChange, toMend }: ApprovalFieldProps) {
  const t = useTranslations("answerFields");
  const noPosition = answer?.options === NO_POSITION;
  const ticked = answer === undefined || answer.options === NO_POSITION ? [] : answer.options;
  const none = answer !== undefined && !noPosition && ticked.length === 0;
  const { minimum, maximum } = item;

  function tick(id: string, on: boolean) {
    // In the order of the questionnaire, so that the order of ticking says nothing.
    const wanted = item.options.filter((option) => (option.id === id ? on : ticked.includes(option.id)));
    const options = wanted.map((option) => option.id);
    onChange(options.length === 0 ? undefined : { kind: "approval", options });
  }

  return (
    <fieldset aria-describedby={toMend}>
      <legend className="sr">{item.prompt}</legend>
      {(minimum !== null || maximum !== null) && (
        <p className="help">
          {t("bounds", { minimum: minimum ?? 0, maximum: maximum ?? item.options.length })}
        </p>
      )}
      {item.options.map(({ id, text }) => (
        <label className="check" key={id}>
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={({ target }) => tick(id, target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
      {(minimum ?? 0) === 0 && (
        <label className="check">
          <input
            type="radio"
            name={item.id}
            checked={none}
            onChange={() => onChange({ kind: "approval", options: [] })}
          />
          <span>{t("noneOfThese")}</span>
        </label>
      )}
      <NoPositionFoot
        name={item.id}
        what={item.prompt}
        answered={answer !== undefined}
        noPosition={noPosition}
        onNoPosition={() => onChange({ kind: "approval", options: NO_POSITION })}
        onClear={() => onChange(undefined)}
      />
    </fieldset>
  );
}
