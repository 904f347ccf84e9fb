"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import type { Letter } from "@/domain/letter/letter";
import type { LetterIssue } from "./letter-fields";

type SignatoryFieldsProps = {
  readonly letter: Letter;
  readonly coHosts: readonly string[];
  readonly issues: readonly LetterIssue[];
  readonly onChange: (letter: Letter) => void;
};

/** Who signs for each co-host, with name and title. A mission that no longer co-hosts can be taken off. */
export function SignatoryFields({ letter, coHosts, issues, onChange }: SignatoryFieldsProps) {
  const t = useTranslations("letterDesk");
  const { signatories } = letter;
  const change = (index: number, part: { readonly name: string } | { readonly title: string }) =>
    onChange({
      ...letter,
      signatories: signatories.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return signatories.map(({ name, title, mission }, index) => {
    const wrong = issues.filter(({ at }) => at === mission).map(({ sentence }) => sentence);
    return (
      <fieldset key={mission} className="signatory">
        <legend>{t("signsFor", { mission })}</legend>
        {wrong.map((sentence) => (
          <p className="error" key={sentence}>
            {sentence}
          </p>
        ))}
        <Field id={`name-${index}`} label={t("fields.name")} error={undefined}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              maxLength={300}
              aria-invalid={name.trim() === ""}
              value={name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
          )}
        </Field>
        <Field id={`title-${index}`} label={t("fields.title")} error={undefined}>
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              maxLength={300}
              aria-invalid={title.trim() === ""}
              value={title}
              onChange={(event) => change(index, { title: event.target.value })}
            />
          )}
        </Field>
        {!coHosts.includes(mission) && (
          <button
            type="button"
            className="btn quiet small"
            onClick={() => onChange({ ...letter, signatories: signatories.filter((_, at) => at !== index) })}
          >
            {t("removeSignatory", { mission })}
          </button>
        )}
      </fieldset>
    );
  });
}
