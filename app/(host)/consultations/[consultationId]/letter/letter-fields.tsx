"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { withAgendaItem } from "@/domain/letter/default-letter";
import type { Letter } from "@/domain/letter/letter";
import { SignatoryFields } from "./signatory-fields";

export type LetterIssue = { readonly at: string | undefined; readonly sentence: string };

type LetterFieldsProps = {
  readonly letter: Letter;
  readonly coHosts: readonly string[];
  readonly issues: readonly LetterIssue[];
  readonly onChange: (letter: Letter) => void;
};

/** Fields of one line, with the most that each takes. */
const LINES = { reference: 80, place: 120, subject: 600, salutation: 120, annex: 600 } as const;

/** The form of the letter. Lines and paragraphs are kept exactly as they are typed until the letter is saved. */
export function LetterFields({ letter, coHosts, issues, onChange }: LetterFieldsProps) {
  const t = useTranslations("letterDesk");
  const tAll = useTranslations();
  const locale = useLocale();
  const errorAt = (at: string) =>
    issues.flatMap((issue) => (issue.at === at ? [issue.sentence] : [])).join(" ") || undefined;
  const line = (name: keyof typeof LINES) => (
    <Field id={name} label={t(`fields.${name}`)} help={t(`help.${name}`)} error={errorAt(name)}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          maxLength={LINES[name]}
          value={letter[name]}
          onChange={(event) => onChange({ ...letter, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="panel letter-form noprint" noValidate onSubmit={(event) => event.preventDefault()}>
      <h2>{t("form")}</h2>
      <Field
        id="addressee"
        label={t("fields.addressee")}
        help={t("help.addressee")}
        error={errorAt("addressee")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={4}
            value={letter.addressee.join("\n")}
            onChange={(event) =>
              onChange({ ...letter, addressee: event.target.value.split("\n").slice(0, 8) })
            }
          />
        )}
      </Field>
      {line("reference")}
      {line("place")}
      <Field id="date" label={t("fields.date")} error={errorAt("date")}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="date"
            value={letter.date}
            onChange={(event) => onChange({ ...letter, date: event.target.value })}
          />
        )}
      </Field>
      {line("subject")}
      <Field id="agendaItem" label={t("fields.agendaItem")} help={t("help.agendaItem")} error={undefined}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            maxLength={200}
            value={letter.agendaItem}
            onChange={(event) =>
              onChange(withAgendaItem(letter, event.target.value, { translate: tAll.markup, locale }))
            }
          />
        )}
      </Field>
      {line("salutation")}
      <Field
        id="paragraphs"
        label={t("fields.paragraphs")}
        help={t("help.paragraphs")}
        error={errorAt("paragraphs")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={16}
            value={letter.paragraphs.join("\n\n")}
            onChange={(event) => onChange({ ...letter, paragraphs: event.target.value.split("\n\n") })}
          />
        )}
      </Field>
      <Field id="closing" label={t("fields.closing")} error={errorAt("closing")}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={2}
            maxLength={600}
            value={letter.closing}
            onChange={(event) => onChange({ ...letter, closing: event.target.value })}
          />
        )}
      </Field>
      <SignatoryFields letter={letter} coHosts={coHosts} issues={issues} onChange={onChange} />
      {line("annex")}
    </form>
  );
}
