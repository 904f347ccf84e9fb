"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { LONGEST_NOTE } from "@/domain/floor/note";
import { Passages } from "./passages";
import { givenAwayIn, useGivesAway } from "./use-gives-away";

type NoteFieldProps = {
  readonly label: string;
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly pending: boolean;
  /** Why it was not saved. */
  readonly error: string | undefined;
  /** Whether the server found passages that were not decided on. */
  readonly undecided: boolean;
  readonly onWrite: (text: string) => void;
  readonly onSave: (note: { readonly text: string; readonly asWritten: boolean }) => void;
  readonly status: ReactNode;
  readonly children?: ReactNode;
};

/** The field of a note: what could tell who spoke is marked while it is typed, and asked about before it is saved. */
export function NoteField(props: NoteFieldProps) {
  const { label, text, field, pending, error, undecided, onWrite, onSave, status, children } = props;
  const t = useTranslations("floor");
  const id = useId();
  const { text: marked, found } = useGivesAway(text);
  const [asked, setAsked] = useState(false);
  const choices = useRef<HTMLButtonElement>(null);
  const over = text.trim().length - LONGEST_NOTE;
  const barred = pending || text.trim() === "" || over > 0;

  useEffect(() => {
    if (undecided) setAsked(true);
  }, [undecided]);
  useEffect(() => {
    if (asked) choices.current?.focus();
  }, [asked]);

  const save = async () => {
    if (barred) return;
    if ((await givenAwayIn(text)).length > 0) setAsked(true);
    else onSave({ text: text.trim(), asWritten: false });
  };
  const mend = () => {
    setAsked(false);
    field.current?.focus();
  };

  return (
    <form
      className="stack note-field"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          ref={field}
          className="textarea short"
          dir="auto"
          value={text}
          aria-describedby={`${id}-help`}
          aria-invalid={over > 0}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onChange={({ target }) => {
            setAsked(false);
            onWrite(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            save();
          }}
        />
        <p className="fine" id={`${id}-help`}>
          {over > 0 ? <span className="error">{t("tooLong", { over })}</span> : t("help")}
        </p>
      </div>
      <Passages text={marked} found={found}>
        {asked && (
          <>
            <p>
              <b>{t("identifying.decide")}</b>
            </p>
            <div className="row">
              <button type="button" className="btn small" ref={choices} onClick={mend}>
                {t("identifying.mend")}
              </button>
              <button
                type="button"
                className="btn secondary small"
                aria-disabled={pending}
                onClick={() => {
                  if (barred) return;
                  setAsked(false);
                  onSave({ text: text.trim(), asWritten: true });
                  field.current?.focus();
                }}
              >
                {t("identifying.asWritten")}
              </button>
            </div>
          </>
        )}
      </Passages>
      <div aria-live="polite">{error !== undefined && <p className="notice caution">{error}</p>}</div>
      <div className="row">
        <button type="submit" className="btn" aria-disabled={barred}>
          {t(pending ? "saving" : "save")}
        </button>
        {children}
        <span className="help" role="status">
          {status}
        </span>
      </div>
    </form>
  );
}
