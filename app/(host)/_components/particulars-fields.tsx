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
  /** Each field gives an example. */
  readonly examples?: boolean;
};

/** Title, subject and rule of a consultation. */
export function ParticularsFields(props: ParticularsFieldsProps) {
  const { particulars, onChange, errorAt, fixed = false, examples = false } = props;
  const t = useTranslations("particulars");
  const tPath = useTranslations("setUpPath");
  const helpOf = (at: keyof Particulars) => {
    if (fixed && at !== "subject") return t("fixed");
    return examples ? tPath(`examples.${at}`) : undefined;
  };
  return (
    <>
      <Field id="title" label={t("title")} help={helpOf("title")} error={errorAt("title")}>
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
        <Field key={at} id={at} label={t(at)} help={helpOf(at)} error={errorAt(at)}>
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
