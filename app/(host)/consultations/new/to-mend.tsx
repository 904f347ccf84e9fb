import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { type PathStep, stepOfField } from "@/domain/consultation/set-up-draft";
import type { Issue } from "@/domain/issue";

type ToMendProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly issues: readonly Issue[];
  readonly step: PathStep;
  readonly go: (step: PathStep, field?: string) => void;
};

/** Everything that keeps a step from being left, each with a link to its field, be it at another step. */
export function ToMend({ ref, issues, step, go }: ToMendProps) {
  const t = useTranslations("setUpPath");
  const tIssues = useTranslations("issues");

  /** What is to be put right, with the row in which it stands. */
  function sentenceOf({ code, at = "" }: Issue): string {
    const sentence = tIssues(code as never); // a key of `issues`, whose words take no values here
    const [, of, index] = /^(coHosts|rounds)\.(\d+)/.exec(at) ?? [];
    if (of === undefined) return sentence;
    const number = Number(index) + 1;
    return t("within", { part: t(of === "coHosts" ? "coHost" : "round", { number }), sentence });
  }

  function lead({ at = "" }: Issue) {
    const field = at === "rounds" ? "add-rounds" : at.replaceAll(".", "-");
    if (stepOfField(at) === step) document.getElementById(field)?.focus();
    else go(stepOfField(at), field);
  }

  return (
    // Empty it stays on the page, so that what comes into it is focused as it comes.
    <div ref={ref} tabIndex={-1} hidden={issues.length === 0} className="notice caution">
      <p className="title">{t("toMend", { count: issues.length })}</p>
      <ul className="bullets">
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.at}`}>
            <a
              href={`#${(issue.at ?? "").replaceAll(".", "-")}`}
              onClick={(event) => {
                event.preventDefault();
                lead(issue);
              }}
            >
              {sentenceOf(issue)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
