"use client";

import { useTranslations } from "next-intl";
import type { Consent, TextAnswer, TextItem } from "@/domain/questionnaire/text";
import { TEXT_LIMIT } from "@/domain/questionnaire/text-limit";
import { IdentityCheck } from "./identity-check";

type TextFieldProps = {
  readonly item: TextItem;
  readonly answer: TextAnswer | undefined;
  readonly onChange: (answer: TextAnswer | undefined) => void;
  /** Id of what is said to be mended, where there is anything. */
  readonly toMend: string | undefined;
};

const CONSENTS: readonly Consent[] = ["mayBeReflected", "notToBeReflected"];
/** What holds as long as nobody has chosen. */
const UNCHOSEN: Consent = "mayBeReflected";

/** An open answer and what may be done with it. */
export function TextField({ item, answer, onChange, toMend }: TextFieldProps) {
  const t = useTranslations("answerFields");
  const { text, consent } = answer ?? { text: "", consent: UNCHOSEN };

  /** A text that is emptied leaves the consent that was chosen, for what is written in its place. */
  function put(written: string, chosen: Consent) {
    const untouched = written === "" && chosen === UNCHOSEN;
    onChange(untouched ? undefined : { kind: "text", text: written, consent: chosen });
  }

  return (
    <div className="stack">
      <div>
        <textarea
          className="textarea"
          dir="auto"
          aria-labelledby={`${item.id}-prompt`}
          aria-describedby={[toMend, `${item.id}-left`].filter(Boolean).join(" ")}
          aria-invalid={toMend !== undefined}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={({ target }) => put(target.value, consent)}
        />
        <p className="fine num" id={`${item.id}-left`}>
          {t("left", { left: TEXT_LIMIT - text.length })}
        </p>
      </div>
      <IdentityCheck text={text} />
      <fieldset>
        <legend className="label">{t("use")}</legend>
        {CONSENTS.map((value) => (
          <label className="check" key={value}>
            <input
              type="radio"
              name={`${item.id}-use`}
              checked={consent === value}
              onChange={() => put(text, value)}
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
