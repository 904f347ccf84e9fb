import type { Finding } from "@/domain/findings/finding";
import { wordedBlock } from "@/domain/wording/worded";
import type { Block } from "./document";
import type { RoundFacts } from "./facts";
import { themeEvidence } from "./themes";

/** What a summary or a changed paragraph can point at: a finding or a theme of a round. */
export type Evidence = {
  /** Stable for as long as the round's questionnaire is: `finding/1/roles/advice`, `theme/2/merits/…`. */
  readonly key: string;
  /** The number of its round. */
  readonly round: number;
  readonly agendaQuestionId: string;
  /** What it is about, in the words of the questionnaire. */
  readonly about: string;
  /** How a report says it. */
  readonly block: Block;
};

/** Which finding of its round it is: the item, and of a scale its statement. */
export const findingKey = (finding: Finding): string =>
  finding.kind === "scale" ? `${finding.itemId}/${finding.statementId}` : finding.itemId;

/** Every finding of these rounds as evidence, in their order and that of their questionnaires. */
export function findingEvidence(
  rounds: readonly Pick<RoundFacts, "number" | "findings" | "chosen">[],
): Evidence[] {
  return rounds.flatMap(({ number, findings, chosen = {} }) =>
    findings.map(
      (finding): Evidence => ({
        key: `finding/${number}/${findingKey(finding)}`,
        round: number,
        agendaQuestionId: finding.agendaQuestionId,
        about: finding.kind === "scale" ? finding.statement : finding.prompt,
        block: wordedBlock(finding, chosen),
      }),
    ),
  );
}

/** Every finding and every released theme of these rounds, round by round. */
export const evidenceOf = (
  rounds: readonly Pick<RoundFacts, "number" | "findings" | "chosen" | "themes">[],
): Evidence[] =>
  rounds.flatMap((round) => [...findingEvidence([round]), ...themeEvidence(round.themes ?? [])]);
