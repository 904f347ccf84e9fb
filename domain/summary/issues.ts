import type { Issue } from "@/domain/issue";
import type { Evidence } from "@/domain/report/evidence";
import { type Arrangement, entriesOf } from "./arrangement";
import { textsOf } from "./arranging";
import type { Contradictions } from "./contradicting";
import { barredFrom, type SummaryBasis } from "./placing";

/** The field of the next steps, as an issue names it. */
export const NEXT_STEPS = "nextSteps";

type Summary = { readonly arrangement: Arrangement; readonly nextSteps: string };

/** Everything that keeps a summary from being saved: the desk shows it, and the command refuses for it. */
export function summaryIssues(
  { arrangement, nextSteps }: Summary,
  basis: SummaryBasis,
  contradictions: Contradictions,
): Issue[] {
  const byKey = new Map<string, Evidence>(basis.evidence.map((one) => [one.key, one]));
  const misplaced = entriesOf(arrangement).flatMap(({ entry, place }): Issue[] => {
    const one = entry.kind === "evidence" ? byKey.get(entry.key) : undefined;
    const barred = one === undefined ? null : barredFrom(one, place, basis);
    return one === undefined || barred === null
      ? []
      : [{ code: barred, values: { about: one.about }, at: one.key }];
  });
  const ofTexts = textsOf(arrangement).flatMap(({ id, text }): Issue[] =>
    text.trim() === ""
      ? [{ code: "connective_blank", at: id }]
      : contradictions(text).map((issue) => ({ ...issue, at: id })),
  );
  return [
    ...misplaced,
    ...ofTexts,
    ...contradictions(nextSteps).map((issue) => ({ ...issue, at: NEXT_STEPS })),
  ];
}
