import type { Issue } from "@/domain/issue";
import type { Evidence } from "@/domain/report/evidence";
import { unfoundedIn } from "@/domain/wording/connective";

/** What is wrong with a text of the rapporteur's, given what the figures say. */
export type Contradictions = (text: string) => readonly Issue[];

const CODES = {
  consensus: "summary_claims_consensus",
  individual: "summary_singles_out",
  universal: "summary_speaks_of_all",
  named: "summary_names_a_state",
  delegations: "summary_counts_delegations",
} as const;

/** Whether some delegation had several seats in a round that these findings are of. */
const ofSeveralSeats = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ block }) => block.kind === "finding" && block.finding.severalSeats === true);

/** The one place at which the summary, its next steps and the desk learn what a text beside these findings may not say. */
export const contradictionsBeside =
  (evidence: readonly Evidence[]): Contradictions =>
  (text) =>
    unfoundedIn(text, ofSeveralSeats(evidence)).map(({ code, passage }) => ({
      code: CODES[code],
      values: { passage },
    }));
