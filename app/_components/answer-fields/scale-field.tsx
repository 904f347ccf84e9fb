"use client";

import { useTranslations } from "next-intl";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { ScaleAnswer, ScaleItem } from "@/domain/questionnaire/scale";

type Mark = ScaleAnswer["marks"][string];

type ScaleFieldProps = {
  readonly item: ScaleItem;
  readonly answer: ScaleAnswer | undefined;
  readonly onChange: (answer: ScaleAnswer | undefined) => void;
};

/** Statements on one labelled line each. An untouched line is "not answered", drawn as such. */
export function ScaleField({ item, answer, onChange }: ScaleFieldProps) {
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
  readonly onMark: (mark: Mark | undefined) => void;
};

function Statement({ name, text, categories, mark, onMark }: StatementProps) {
  const t = useTranslations("answerFields");
  return (
    <fieldset className="scale">
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
        <div className="scale-foot">
          <label className="nopos">
            <input
              type="radio"
              name={name}
              checked={mark === NO_POSITION}
              onChange={() => onMark(NO_POSITION)}
            />
            <span>{t("noPosition")}</span>
          </label>
          <span className="unanswered">{t("unanswered")}</span>
          <button
            type="button"
            className="clear"
            aria-label={t("clearOf", { what: text })}
            onClick={() => onMark(undefined)}
          >
            {t("clear")}
          </button>
        </div>
      </div>
    </fieldset>
  );
}
