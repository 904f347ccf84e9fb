import { type Block, sentencesOf } from "@/domain/report/document";
import type { Evidence } from "@/domain/report/evidence";

/** What the words of a piece of evidence amount to. */
export type Said =
  /** A shared view, with whatever its sentence holds back. */
  | "agreed"
  /** No shared view, or one of which its sentence says that there was no consensus. */
  | "divergent"
  /** What supports options, in a sentence for each. */
  | "options"
  | "tooFew"
  /** How many open answers there were; what they say is told by themes. */
  | "openAnswers"
  | "theme";

const DIVERGENT: ReadonlySet<string> = new Set([
  "divided",
  "noCommonView",
  "majorityFor",
  "majorityAgainst",
  "dividedBetween",
  "noOptionBroadSupport",
  "majorityPreferred",
  "moreAgreementCentredOn",
  "noClearOrder",
]);

/** The row of the ladder in whose words a finding is said: the chair's choice, where there is one, not that of its figures. */
function rowsSaid(block: Extract<Block, { kind: "finding" }>): string[] {
  const rows = sentencesOf(block).flatMap(({ key }) => {
    const row = /^findings\.(?:scale|choice|ranking)\.(\w+)$/.exec(key)?.[1];
    return row === undefined ? [] : [row];
  });
  if (rows.length > 0 || !("key" in block.finding)) return rows;
  return [block.finding.key];
}

export function saidOf({ block }: Pick<Evidence, "block">): Said {
  if (block.kind !== "finding") return "theme";
  const { finding } = block;
  if (finding.kind === "text") return "openAnswers";
  if (finding.figures.kind === "tooFew") return "tooFew";
  if (finding.kind === "approval") return "options";
  // One option of a ranking in the lead is no disagreement about it, but a row that names no order is none agreed on.
  return rowsSaid(block).some((row) => DIVERGENT.has(row)) ? "divergent" : "agreed";
}
