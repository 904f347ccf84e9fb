"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { CodeField } from "../../../../../_code-field";

/** What is wrong, and with which of the fields, or with the check as a whole. */
export type Problem = { readonly at: "code" | "file" | "check"; readonly says: string };

type OwnFieldsProps = {
  // The page leaves what is typed to the browser.
  readonly code: RefObject<HTMLInputElement | null>;
  readonly file: RefObject<HTMLInputElement | null>;
  readonly problem: Problem | null;
};

/** A recovery code and saved answers, for a browser that does not keep them. */
export function OwnFields({ code, file, problem }: OwnFieldsProps) {
  const t = useTranslations("participant.receipts");
  return (
    <>
      <CodeField
        label={t("code")}
        help={t("codeHelp")}
        problem={problem?.at === "code" ? problem.says : null}
        typed={code}
      />
      <div className="field">
        <label htmlFor="answers">{t("file")}</label>
        <input
          className="input"
          id="answers"
          type="file"
          accept=".json,application/json"
          aria-invalid={problem?.at === "file"}
          aria-describedby="file-problem file-help"
          ref={file}
        />
        <p className="help" id="file-help">
          {t("fileHelp")}
        </p>
        <div id="file-problem" aria-live="polite">
          {problem?.at === "file" && <p className="error">{problem.says}</p>}
        </div>
      </div>
    </>
  );
}
