"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { focused } from "@/app/_components/focused";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import type { BenchAnswer } from "@/domain/themes/progress";
import { LONGEST_WORDING } from "@/domain/themes/wording";
import { useWarningBeforeLeaving } from "../../../seats/warning-before-leaving";
import { useWordingIssues } from "./use-wording-issues";

type WordingFormProps = {
  readonly title: string;
  readonly label: string;
  readonly save: string;
  readonly answers: readonly BenchAnswer[];
  readonly before?: string;
  /** What it is worded for, which may change while words are typed. */
  readonly about?: string | null;
  /** Why it cannot be saved yet, apart from its wording. */
  readonly unavailable?: boolean;
  readonly children?: ReactNode;
  /** Says whether it was taken: what was typed stays until it is. */
  readonly onSave: (wording: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** A wording of a theme with what is wrong with it, said while it is typed. */
export function WordingForm(props: WordingFormProps) {
  const { title, label, save, answers, before = "", about, unavailable = false } = props;
  const { children, onSave, onClose } = props;
  const t = useTranslations("themes");
  const [wording, setWording] = useState(before);
  const [touched, setTouched] = useState(false);
  const issues = useWordingIssues(wording, answers);
  const [id, heading] = [useId(), useId()];
  const place = useFocusOnceGone<HTMLFormElement>("themes");
  const changed = wording.trim() !== before.trim();
  useWarningBeforeLeaving(changed);
  // Nobody is told that a field is empty before they have tried to leave it so.
  const said = touched ? issues : issues.filter(({ kind }) => kind !== "empty");
  const barred = unavailable || issues.length > 0;
  return (
    <form
      ref={place}
      className="notice settled wording"
      aria-labelledby={heading}
      onKeyDown={(event) => event.key === "Escape" && !changed && onClose()}
      onSubmit={async (event) => {
        event.preventDefault();
        setTouched(true);
        if (!barred && (await onSave(wording.trim()))) onClose();
      }}
    >
      <p className="title" id={heading}>
        {title}
      </p>
      {children}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          // Made anew for another answer, it has the keyboard again.
          key={about}
          id={id}
          ref={focused}
          className="input"
          rows={2}
          maxLength={LONGEST_WORDING}
          value={wording}
          aria-invalid={said.length > 0}
          aria-describedby={`${id}-said`}
          onChange={(event) => setWording(event.target.value)}
        />
      </div>
      <div className="fine" id={`${id}-said`} aria-live="polite">
        {said.length === 0 ? (
          <p>{t("wordingHelp")}</p>
        ) : (
          said.map((issue) => (
            <p className="error" key={JSON.stringify(issue)}>
              {t(`wording.${issue.kind}`, issue)}
            </p>
          ))
        )}
      </div>
      <div className="row">
        <button type="submit" className="btn small" aria-disabled={barred}>
          {save}
        </button>
        <button type="button" className="btn secondary small" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
