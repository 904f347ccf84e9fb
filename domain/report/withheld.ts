import type { Cell } from "@/domain/disclosure/cell";
import { sideRow } from "@/domain/disclosure/scale";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { RoundFacts } from "./facts";
import { withholdsGroups } from "./groups";

/** What of a round is looked at. */
type ReportedRound = Pick<RoundFacts, "findings" | "questionnaire" | "release">;

/** Why figures of a finding are withheld. */
type Reason = "tooFew" | "nearlyAll" | "sidesOnly" | "someHidden";

/** What is withheld of a round: of its findings, each in a sentence, and where it is so, that more is by group. */
export function withheldOf({ findings, questionnaire, release }: ReportedRound): Message[] {
  const byGroup: Message = { key: "report.withheld.groups", values: {} };
  return [...withheldFrom(findings), ...(withholdsGroups(questionnaire, release) ? [byGroup] : [])];
}

/** What is withheld of a round's figures and why: a sentence for each finding of which something is. */
export function withheldFrom(findings: readonly Finding[]): Message[] {
  return findings.flatMap((finding) => {
    const reason = reasonOf(finding);
    if (reason === null) return [];
    const about = finding.kind === "scale" ? finding.statement : finding.prompt;
    return [{ key: `report.withheld.${reason}`, values: { about, n: finding.n, where: whereOf(finding) } }];
  });
}

/** What those who answered alike had in common: on a scale only the side is known. */
function whereOf(finding: Finding): "side" | "neither" | "answer" {
  if (finding.kind !== "scale" || finding.figures.kind === "tooFew") return "answer";
  return finding.figures.sides.neither?.kind === "allOrNearlyAll" ? "neither" : "side";
}

function reasonOf(finding: Finding): Reason | null {
  if (finding.kind === "text") return null;
  if (finding.figures.kind === "tooFew") return "tooFew";
  const cells = cellsOf(finding);
  if (
    finding.kind !== "approval" &&
    finding.kind !== "ranking" &&
    cells.some(({ kind }) => kind === "allOrNearlyAll")
  )
    return "nearlyAll";
  if (cells.some(({ kind }) => kind !== "count")) return "someHidden";
  return finding.figures.kind === "sides" ? "sidesOnly" : null;
}

function cellsOf(finding: Exclude<Finding, { kind: "text" }>): Cell[] {
  if (finding.figures.kind === "tooFew") return [];
  switch (finding.kind) {
    case "scale":
      return sideRow(finding.figures.sides);
    case "choice":
      return finding.figures.options.map(({ cell }) => cell);
    case "approval":
      return finding.figures.options.flatMap(({ yes, no }) => [yes, no]);
    case "ranking":
      return finding.figures.pairs.flatMap(({ prefersFirst, prefersSecond, neither }) => [
        prefersFirst,
        prefersSecond,
        neither,
      ]);
  }
}
