import type { Issue, IssueCode } from "@/domain/issue";
import type { Evidence } from "@/domain/report/evidence";
import { figuresOf, type Unfounded, unfoundedIn } from "@/domain/wording/connective";

/** What is wrong with a text of the rapporteur's, given what the figures say. */
export type Contradictions = (text: string) => readonly Issue[];

const CODES = {
  consensus: "summary_claims_consensus",
  individual: "summary_singles_out",
  universal: "summary_speaks_of_all",
  number: "text_number_not_shown",
  quantity: "text_claims_a_quantity",
  stance: "text_tells_a_stance",
  named: "summary_names_a_state",
  delegations: "summary_counts_delegations",
} as const satisfies Readonly<Record<Unfounded["code"], IssueCode>>;

/** An unfounded passage as what is to be put right. */
export const issueOf = ({ code, passage }: Unfounded): Issue => ({ code: CODES[code], values: { passage } });

/**
 * The one place at which the summary, its next steps and the desk learn what a text of theirs may not say, beside the
 * findings and themes that are reported.
 */
export function contradictionsBeside(evidence: readonly Evidence[]): Contradictions {
  const shown = figuresOf(evidence);
  return (text) => unfoundedIn(text, shown).map(issueOf);
}
