import { identifying } from "@/domain/anonymity/identifying";
import type { Issue } from "@/domain/issue";

/** What is wrong with a text of the rapporteur's, given what the figures say. */
export type Contradictions = (text: string) => readonly Issue[];

const CONSENSUS_CLAIMED = /\bconsensus\s+(?:was|is|has\s+been|had\s+been)\s+(?:reached|achieved|found)\b/iu;
const NAMES = new Set(["state", "people", "capital"]);

/**
 * The one place at which the summary, its next steps and the desk learn what a text may not say: that consensus was
 * reached, and the name of a state, of its people or of its capital, by which a view could be laid to somebody.
 */
export const contradictionsIn: Contradictions = (text) => {
  const claimed = CONSENSUS_CLAIMED.exec(text)?.[0];
  const named = identifying(text).filter(({ kind }) => NAMES.has(kind));
  return [
    ...(claimed === undefined
      ? []
      : [{ code: "summary_claims_consensus", values: { passage: claimed } } as const]),
    ...named.map(({ passage }) => ({ code: "summary_names_a_state", values: { passage } }) as const),
  ];
};
