"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import type { Particulars } from "@/domain/consultation/consultation";

type ParticularsFieldsProps = {
  readonly particulars: Particulars;
  readonly onChange: (part: Partial<Particulars>) => void;
  readonly errorAt: (at: keyof Particulars) => string | undefined;
  /** Title and rule can only be read, since enrolment is open. */
  readonly fixed?: boolean;
};

/** Title, subject and rule of a consultation. */
export function ParticularsFields({ particulars, onChange, errorAt, fixed = false }: ParticularsFieldsProps) {
  const t = useTranslations("particulars");
  const why = fixed ? t("fixed") : undefined;
  return (
    <>
      <Field id="title" label={t("title")} help={why} error={errorAt("title")}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            readOnly={fixed}
            value={particulars.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </Field>
      {(["subject", "rule"] as const).map((at) => (
        <Field key={at} id={at} label={t(at)} help={at === "rule" ? why : undefined} error={errorAt(at)}>
          {(attributes) => (
            <textarea
              {...attributes}
              className="textarea short"
              rows={3}
              readOnly={fixed && at === "rule"}
              value={particulars[at]}
              onChange={({ target }) => onChange({ [at]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
