"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { type Described, LANGUAGES } from "@/domain/background-papers/background-paper";

type DescribedFieldsProps = {
  readonly id: string;
  readonly described: Described;
  readonly titleError: string | undefined;
  readonly onChange: (described: Described) => void;
};

/** The title and the language of a paper. */
export function DescribedFields({ id, described, titleError, onChange }: DescribedFieldsProps) {
  const t = useTranslations("backgroundDesk");
  const tPapers = useTranslations("backgroundPapers");
  return (
    <>
      <Field id={`${id}-title`} label={t("paperTitle")} error={titleError}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            maxLength={200}
            value={described.title}
            onChange={({ target }) => onChange({ ...described, title: target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-language`} label={t("language")} error={undefined}>
        {(attributes) => (
          <select
            {...attributes}
            className="input fit"
            value={described.language}
            onChange={({ target }) =>
              onChange({
                ...described,
                language: LANGUAGES.find((language) => language === target.value) ?? "other",
              })
            }
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {tPapers(`languages.${language}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
