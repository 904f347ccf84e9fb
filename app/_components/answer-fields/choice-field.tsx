"use client";

import type { ChoiceAnswer, ChoiceItem } from "@/domain/questionnaire/choice";
import { NO_POSITION } from "@/domain/questionnaire/position";
import { NoPositionFoot } from "./no-position-foot";

type ChoiceFieldProps = {
  readonly item: ChoiceItem;
  readonly answer: ChoiceAnswer | undefined;
  readonly onChange: (answer: ChoiceAnswer | undefined) => void;
  /** Id of what is said to be mended, where there is anything. */
  readonly toMend: string | undefined;
};

export function ChoiceField({ item, answer, onChange, toMend }: ChoiceFieldProps) {
  const choose = (option: string) => onChange({ kind: "choice", option });
  return (
    <fieldset aria-describedby={toMend}>
      <legend className="sr">{item.prompt}</legend>
      {item.options.map(({ id, text }) => (
        <label className="check" key={id}>
          <input type="radio" name={item.id} checked={answer?.option === id} onChange={() => choose(id)} />
          <span>{text}</span>
        </label>
      ))}
      <NoPositionFoot
        name={item.id}
        what={item.prompt}
        answered={answer !== undefined}
        noPosition={answer?.option === NO_POSITION}
        onNoPosition={() => choose(NO_POSITION)}
        onClear={() => onChange(undefined)}
      />
    </fieldset>
  );
}
