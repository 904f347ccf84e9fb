"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { LONGEST_CONNECTIVE } from "@/domain/summary/arrangement";
import type { Contradictions } from "@/domain/summary/contradicting";
import { useWarningBeforeLeaving } from "../seats/warning-before-leaving";
import { useSentences } from "./arrange-summary";

type TextPanelProps = {
  readonly text: string;
  /** The heading under which it stands. */
  readonly section: string;
  readonly contradictions: Contradictions;
  readonly onKeep: (text: string) => void;
  readonly onCancel: () => void;
};

/** A text that connects findings, while it is written. What contradicts them is said at once. */
export function TextPanel({ text: before, section, contradictions, onKeep, onCancel }: TextPanelProps) {
  const t = useTranslations("summaryDesk");
  const sentence = useSentences();
  const [text, setText] = useState(before);
  const [tried, setTried] = useState(false);
  useWarningBeforeLeaving(text !== before);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const blank = text.trim() === "";
  const issues = blank && tried ? [{ code: "connective_blank" } as const] : contradictions(text);
  const error = issues.map(sentence).join(" ") || undefined;
  return (
    <div className="notice">
      <Field id="connective" label={t("text", { section })} help={t("textHelp")} error={error}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className="input"
            rows={5}
            maxLength={LONGEST_CONNECTIVE}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setTried(true);
            if (!blank) onKeep(text);
          }}
        >
          {t("keepText")}
        </button>
        <button type="button" className="btn quiet small" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}
