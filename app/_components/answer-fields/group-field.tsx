"use client";

import { useTranslations } from "next-intl";
import { BREAKDOWN, type Breakdown } from "@/domain/questionnaire/breakdown";
import type { Answer } from "@/domain/questionnaire/item";
import { ClearOrUnanswered } from "./clear-or-unanswered";

type GroupFieldProps = {
  readonly breakdown: Breakdown;
  /** Undefined is "not answered". */
  readonly answer: Answer | undefined;
  readonly onChange: (answer: Answer | undefined) => void;
};

/** The group that a participant may name, what it is for, and "prefer not to say" as one option among the others. */
export function GroupField({ breakdown, answer, onChange }: GroupFieldProps) {
  const t = useTranslations("answerFields");
  const { question, groups } = breakdown;
  const named = answer?.kind === "group" ? answer.groupId : undefined;
  const options = [...groups, { id: null, name: t("group.preferNotToSay") }];
  return (
    <section className="item stack" id={BREAKDOWN} aria-labelledby={`${BREAKDOWN}-prompt`}>
      <div>
        <h2 className="item-prompt" id={`${BREAKDOWN}-prompt`} tabIndex={-1}>
          {question}
        </h2>
        <p className="help" id={`${BREAKDOWN}-what`}>
          {t("group.what")}
        </p>
      </div>
      <fieldset aria-describedby={`${BREAKDOWN}-what`}>
        <legend className="sr">{question}</legend>
        {options.map(({ id, name }) => (
          <label className="check" key={id ?? ""}>
            <input
              type="radio"
              name={BREAKDOWN}
              checked={named === id}
              onChange={() => onChange({ kind: "group", groupId: id })}
            />
            <span>{name}</span>
          </label>
        ))}
        <div className="scale-foot">
          <ClearOrUnanswered
            what={question}
            answered={named !== undefined}
            onClear={() => onChange(undefined)}
          />
        </div>
      </fieldset>
    </section>
  );
}
