import type { Issue } from "@/domain/issue";
import { unfoundedIn } from "@/domain/wording/connective";

/** What is wrong with a text of the rapporteur's, given what the figures say. */
export type Contradictions = (text: string) => readonly Issue[];

const CODES = {
  consensus: "summary_claims_consensus",
  individual: "summary_singles_out",
  universal: "summary_speaks_of_all",
  named: "summary_names_a_state",
} as const;

/** The one place at which the summary, its next steps and the desk learn what a text of theirs may not say. */
export const contradictionsIn: Contradictions = (text) =>
  unfoundedIn(text).map(({ code, passage }) => ({ code: CODES[code], values: { passage } }));
