import type { RefObject } from "react";

type CodeFieldProps = {
  readonly label: string;
  readonly help?: string;
  /** What is wrong with the code, or null. */
  readonly problem: string | null;
  /** The page leaves what is typed to the browser, so that nothing typed before it woke up is lost. */
  readonly typed: RefObject<HTMLInputElement | null>;
};

/** Where a recovery code is typed. */
export function CodeField({ label, help, problem, typed }: CodeFieldProps) {
  return (
    <div className="field">
      <label htmlFor="code">{label}</label>
      <input
        className="input mono"
        id="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={help === undefined ? "code-problem" : "code-problem code-help"}
        ref={typed}
      />
      {help !== undefined && (
        <p className="help" id="code-help">
          {help}
        </p>
      )}
      <div id="code-problem" aria-live="polite">
        {problem !== null && <p className="error">{problem}</p>}
      </div>
    </div>
  );
}
