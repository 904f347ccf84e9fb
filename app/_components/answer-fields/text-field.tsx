"use client";

import { useTranslations } from "next-intl";
import { type Consent, TEXT_LIMIT, type TextAnswer, type TextItem } from "@/domain/questionnaire/text";

type TextFieldProps = {
  readonly item: TextItem;
  readonly answer: TextAnswer | undefined;
  readonly onChange: (answer: TextAnswer | undefined) => void;
};

const CONSENTS: readonly Consent[] = ["mayBeReflected", "notToBeReflected"];

/** An open answer and what may be done with it. */
export function TextField({ item, answer, onChange }: TextFieldProps) {
  const t = useTranslations("answerFields");
  const text = answer?.text ?? "";
  const consent = answer?.consent ?? "mayBeReflected";
  return (
    <div className="stack">
      <div>
        <textarea
          className="textarea"
          aria-labelledby={`${item.id}-prompt`}
          aria-describedby={`${item.id}-left`}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={({ target }) =>
            onChange(target.value === "" ? undefined : { kind: "text", text: target.value, consent })
          }
        />
        <p className="fine num" id={`${item.id}-left`}>
          {t("left", { left: TEXT_LIMIT - text.length })}
        </p>
      </div>
      <fieldset>
        <legend className="label">{t("use")}</legend>
        {CONSENTS.map((value) => (
          <label className="check" key={value}>
            <input
              type="radio"
              name={`${item.id}-use`}
              checked={consent === value}
              disabled={answer === undefined}
              onChange={() => onChange({ kind: "text", text, consent: value })}
            />
            <span>
              {t(`consents.${value}.name`)}
              <small>{t(`consents.${value}.what`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
