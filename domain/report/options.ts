import type { Message } from "@/domain/findings/message";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { type Block, type Section, sentencesOf } from "./document";
import type { Evidence } from "./evidence";
import type { RoundFacts } from "./facts";
import { themesOf } from "./rounds";

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `reportSummary.options.${key}`,
  values,
});

type AskedOfRound = Pick<RoundFacts, "number" | "level" | "questionnaire">;

/**
 * Options with the merits and drawbacks heard: every agenda question that asks for a choice or an approval and for open
 * answers, once these are grouped into themes. Nothing where there is none.
 */
export function optionSections(rounds: readonly AskedOfRound[], evidence: readonly Evidence[]): Section[] {
  const sections = rounds.flatMap((round) =>
    round.questionnaire.agendaQuestions.flatMap((question, index): Section[] => {
      const blocks = blocksOf(round, question, evidence);
      const { number, level } = round;
      return blocks.length === 0
        ? []
        : [
            {
              id: `options-${number}-${index + 1}`,
              heading: message("question", { question: index + 1, number, level }),
              level: 3,
              blocks,
            },
          ];
    }),
  );
  if (sections.length === 0) return [];
  const opening: Block = { kind: "paragraph", sentences: [message("opening")] };
  return [{ id: "options", heading: message("heading"), level: 2, blocks: [opening] }, ...sections];
}

function blocksOf(
  { number }: AskedOfRound,
  question: AgendaQuestion,
  evidence: readonly Evidence[],
): Block[] {
  const themes = question.items.flatMap(({ id }) => themesOf(evidence, number, id));
  const findings = evidence.flatMap(({ round, agendaQuestionId, block }) =>
    round === number &&
    agendaQuestionId === question.id &&
    block.kind === "finding" &&
    (block.finding.kind === "choice" || block.finding.kind === "approval")
      ? [block]
      : [],
  );
  if (themes.length === 0 || findings.length === 0) return [];
  return [
    ...findings.flatMap((block): Block[] => [
      { kind: "item", prompt: block.finding.prompt },
      { kind: "paragraph", sentences: sentencesOf(block) },
    ]),
    { kind: "paragraph", sentences: [message("heard")] },
    ...themes.map(({ block }) => block),
  ];
}
