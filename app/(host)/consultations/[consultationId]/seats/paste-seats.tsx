"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { SeatPreview } from "./seat-preview";
import { SeveralMeant } from "./several-meant";
import { useTextOfSeats } from "./use-text-of-seats";
import { useWarningBeforeLeaving } from "./warning-before-leaving";

type PasteSeatsProps = { readonly consultationId: string };

/** Names or CSV, pasted or from a file: looked at row by row first, then added all or not at all. */
export function PasteSeats({ consultationId }: PasteSeatsProps) {
  const t = useTranslations("seats");
  const tSeating = useTranslations("seating");
  const refused = useRefused("again");
  const field = useRef<HTMLTextAreaElement>(null);
  const seats = useTextOfSeats(consultationId, field);
  const { text, rows, several, counted, looked, reading, ready } = seats;
  const [used, setUsed] = useState<{ readonly line: number; readonly name: string } | null>(null);
  const confirmed = several.length === 0 || seats.meant;
  useWarningBeforeLeaving(text !== "");

  function submit(event: FormEvent) {
    event.preventDefault();
    setUsed(null);
    if (reading) return;
    if (!ready) return seats.look(text);
    if (confirmed) seats.add();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field id="seats-text" label={t("text")} help={t("textHelp")} error={looked?.issue ?? undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className="textarea"
            rows={8}
            spellCheck={false}
            placeholder={t("textExample")}
            value={text}
            onChange={({ target }) => seats.write(target.value)}
          />
        )}
      </Field>
      <Field id="seats-file" label={t("file")} help={t("fileHelp")} error={seats.fileIssue}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void seats.open(file);
              // The same file, put right meanwhile, can be chosen again.
              target.value = "";
            }}
          />
        )}
      </Field>
      <div role="status">
        {used !== null && rows.length > 0 && <p className="fine">{tSeating("used", used)}</p>}
        {rows.length > 0 && (
          <p className={ready ? "notice settled" : "notice caution"}>
            {tSeating("change", counted)}{" "}
            {counted.wrong > 0
              ? t("toMend", { wrong: counted.wrong, rows: rows.length })
              : tSeating(ready ? "nothingYet" : "nothingToAdd")}
          </p>
        )}
      </div>
      {rows.length > 0 && (
        <SeatPreview
          rows={rows}
          onUse={({ line, written }, name) => {
            setUsed({ line, name });
            seats.use(line, written ?? "", name);
            field.current?.focus();
          }}
        />
      )}
      {ready && several.length > 0 && (
        <SeveralMeant several={several} meant={seats.meant} onMeant={seats.setMeant} />
      )}
      <div className="row">
        <button
          className="btn"
          type="submit"
          aria-disabled={reading || (ready && !confirmed)}
          aria-describedby={ready && !confirmed ? "several-first" : undefined}
        >
          {!ready
            ? t("check")
            : counted.adds > 0
              ? t("addRead", { count: counted.adds })
              : tSeating("addMail")}
        </button>
        {ready && !confirmed && (
          <span className="help" id="several-first">
            {tSeating("severalFirst")}
          </span>
        )}
        <span className="help" role="status">
          {reading && t("reading")}
          {seats.added !== null && t("added", { count: seats.added.added })}
          {seats.added !== null &&
            seats.added.addressed > 0 &&
            ` ${tSeating("addressed", { count: seats.added.addressed })}`}
        </span>
      </div>
      <div aria-live="polite">
        {seats.errors.map((error) => (
          <p className="notice caution" key={error.message}>
            {refused(error)}
          </p>
        ))}
      </div>
    </form>
  );
}
