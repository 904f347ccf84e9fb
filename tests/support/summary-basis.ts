import fc from "fast-check";
import type { Evidence } from "@/domain/report/evidence";
import { findingEvidence } from "@/domain/report/evidence";
import type { RoundFacts } from "@/domain/report/facts";
import { type Arrangement, entriesOf, entryId, type SummaryPlace } from "@/domain/summary/arrangement";
import type { SummaryBasis } from "@/domain/summary/placing";
import { facts } from "./report-facts";

const [first] = facts.rounds;
if (first === undefined) throw new Error("the facts hold a round");

/** The round of the facts again under another number, its open answers and ranking put under a last agenda question. */
export function roundOf(number: number): RoundFacts {
  const [question] = (first as RoundFacts).questionnaire.agendaQuestions; // the facts hold a round
  if (question === undefined) throw new Error("the round asks a question");
  const last = (id: string) => id === "text" || id === "ranking";
  return {
    ...(first as RoundFacts),
    number,
    questionnaire: {
      agendaQuestions: [
        { ...question, items: question.items.filter(({ id }) => !last(id)) },
        { ...question, id: "q2", items: question.items.filter(({ id }) => last(id)) },
      ],
    },
    findings: (first as RoundFacts).findings.map((finding) =>
      last(finding.itemId) ? { ...finding, agendaQuestionId: "q2" } : finding,
    ),
  };
}

/** A theme as the bench of the rapporteur gives it: a sentence, counted. */
export const themeOf = (round: number, agendaQuestionId: string, id: string): Evidence => ({
  key: `theme/${round}/text/${id}`,
  round,
  agendaQuestionId,
  about: `Theme ${id}`,
  block: {
    kind: "paragraph",
    sentences: [{ key: "reportSummary.ownWords", values: { text: `Theme ${id}.` } }],
  },
});

/** Findings and themes of so many rounds. */
export function basisOf(rounds: readonly RoundFacts[], themes: readonly Evidence[] = []): SummaryBasis {
  return { evidence: [...findingEvidence(rounds), ...themes], asked: rounds };
}

/** One, two or three rounds with up to four themes in each. */
export const drawnBasis: fc.Arbitrary<SummaryBasis> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }))
  .map(([rounds, themes]) => {
    const numbers = Array.from({ length: rounds }, (_, index) => index + 1);
    return basisOf(
      numbers.map(roundOf),
      numbers.flatMap((number) =>
        Array.from({ length: themes }, (_, index) => themeOf(number, "q2", `t${number}-${index}`)),
      ),
    );
  });

/** The keys of all evidence in an arrangement. */
export const keysOf = (arrangement: Arrangement): string[] =>
  entriesOf(arrangement).flatMap(({ entry }) => (entry.kind === "evidence" ? [entry.key] : []));

/** What the entries of one place are called. */
export const keysIn = (arrangement: Arrangement, place: SummaryPlace): string[] =>
  arrangement[place].map(entryId);
