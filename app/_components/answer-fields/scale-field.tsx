"use client";

import { NO_POSITION } from "@/domain/questionnaire/position";
import type { ScaleAnswer, ScaleItem } from "@/domain/questionnaire/scale";
import { NoPositionFoot } from "./no-position-foot";

type Mark = ScaleAnswer["marks"][string];

type ScaleFieldProps = {
  readonly item: ScaleItem;
  readonly answer: ScaleAnswer | undefined;
  readonly onChange: (answer: ScaleAnswer | undefined) => void;
  /** Id of what is said to be mended, where there is anything. */
  readonly toMend: string | undefined;
};

/** Statements on one labelled line each. An untouched line is "not answered", drawn as such. */
export function ScaleField({ item, answer, onChange, toMend }: ScaleFieldProps) {
  const marks = answer?.marks ?? {};
  function mark(statementId: string, value: Mark | undefined) {
    const { [statementId]: _, ...others } = marks;
    const changed = value === undefined ? others : { ...others, [statementId]: value };
    onChange(Object.keys(changed).length === 0 ? undefined : { kind: "scale", marks: changed });
  }
  return (
    <div>
      {item.statements.map(({ id, text }) => (
        <Statement
          key={id}
          name={`${item.id}-${id}`}
          text={text}
          categories={item.categories}
          mark={marks[id]}
          // A scale is at fault in what is left open.
          toMend={marks[id] === undefined ? toMend : undefined}
          onMark={(value) => mark(id, value)}
        />
      ))}
    </div>
  );
}

type StatementProps = {
  readonly name: string;
  readonly text: string;
  readonly categories: readonly string[];
  readonly mark: Mark | undefined;
  readonly toMend: string | undefined;
  readonly onMark: (mark: Mark | undefined) => void;
};

function Statement({ name, text, categories, mark, toMend, onMark }: StatementProps) {
  return (
    <fieldset className="scale" aria-describedby={toMend}>
      <legend className="sr">{text}</legend>
      <div className="scale-grid">
        <span className="scale-statement" aria-hidden="true">
          {text}
        </span>
        <div className={`scale-stops stops-${categories.length}`}>
          {categories.map((category, index) => (
            <label className="stop" key={category}>
              <input type="radio" name={name} checked={mark === index} onChange={() => onMark(index)} />
              <span>{category}</span>
            </label>
          ))}
        </div>
        <NoPositionFoot
          name={name}
          what={text}
          answered={mark !== undefined}
          noPosition={mark === NO_POSITION}
          onNoPosition={() => onMark(NO_POSITION)}
          onClear={() => onMark(undefined)}
        />
      </div>
    </fieldset>
  );
}
