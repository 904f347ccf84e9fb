"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

type CopyButtonProps = { readonly name: string; readonly of?: string; readonly text: string };

/** Copies a text, and says whether that worked: a browser may refuse it. */
export function CopyButton({ name, of, text }: CopyButtonProps) {
  const t = useTranslations("seats");
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("notCopied");
    }
  }

  return (
    <span className="copy">
      <button type="button" className="btn secondary small" onClick={copy}>
        {name}
        {of !== undefined && <span className="sr"> {of}</span>}
      </button>
      <span className="fine" role="status">
        {outcome !== null && t(outcome)}
      </span>
    </span>
  );
}
