import type { Finding } from "@/domain/findings/finding";
import { type ItemMovement, movementOf } from "@/domain/findings/movement";
import type { ScaleFinding } from "@/domain/findings/scale";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { divergingBars } from "./chart";
import type { Block, ReportTable, Section } from "./document";
import type { RoundFacts } from "./facts";
import { figuresTable } from "./figures";
import { groupBlocks, openingOfGroups, type RoundByGroup, roundByGroup } from "./groups";
import { earlierSupport, movementBlocks, openingMessages } from "./movement";

const message = (key: string, values: Record<string, string | number> = {}) => ({ key, values });

/** Rounds, their dates and how many were invited, held a credential and answered. */
export function roundsTable(rounds: readonly RoundFacts[]): ReportTable {
  const columns = ["round", "opened", "closed", "seats", "issued", "replaced", "received"];
  return {
    id: "rounds",
    of: "words",
    caption: message("report.conduct.caption"),
    columns: columns.map((name) => message(`report.columns.${name}`)),
    rows: rounds.map((round) => {
      const { invited, issued, replaced, received } = round.release.participation;
      return {
        heading: message("report.roundName", { number: round.number, level: round.level }),
        cells: [
          { instant: round.opensAt, timeZone: round.timeZone },
          { instant: round.closedAt, timeZone: round.timeZone },
          ...[invited, issued, replaced, received].map((count) => message("findings.cells.count", { count })),
        ],
      };
    }),
  };
}

/**
 * The findings of one round: a section for the round, one per agenda question, and one for how its carried items moved
 * since the rounds before it, where there are any.
 */
export function roundSections(round: RoundFacts, earlier: readonly RoundFacts[]): Section[] {
  const { number, level, release, questionnaire } = round;
  const { received, invited } = release.participation;
  const opening: Section = {
    id: `round-${number}`,
    heading: message("report.headings.round", { number, level }),
    level: 2,
    blocks: [{ kind: "paragraph", sentences: [message("report.findings.basis", { received, invited })] }],
  };
  const movements = movementOf(round, earlier);
  const questions = questionnaire.agendaQuestions.map(
    (question, index): Section => ({
      id: `round-${number}-question-${index + 1}`,
      heading: message("report.headings.agendaQuestion", { number: index + 1 }),
      level: 3,
      blocks: [
        { kind: "agendaQuestion", text: question.text, attribution: question.attribution },
        ...question.items.flatMap(({ id }) =>
          itemBlocks(round, question, id, earlierSupport(movements.find(({ itemId }) => itemId === id))),
        ),
      ],
    }),
  );
  return [
    opening,
    ...questions,
    ...movementSections(number, movements),
    ...groupSections(number, roundByGroup(questionnaire, release)),
  ];
}

function movementSections(number: number, movements: readonly ItemMovement[]): Section[] {
  if (movements.length === 0) return [];
  return [
    {
      id: `round-${number}-movement`,
      heading: message("report.headings.movement"),
      level: 3,
      blocks: [
        { kind: "paragraph", sentences: openingMessages(movements) },
        ...movements.flatMap((movement) =>
          movementBlocks(`round-${number}-movement-${movement.itemId}`, movement, number),
        ),
      ],
    },
  ];
}

function groupSections(number: number, round: RoundByGroup | null): Section[] {
  if (round === null) return [];
  return [
    {
      id: `round-${number}-groups`,
      heading: message("report.headings.groups"),
      level: 3,
      blocks: [
        { kind: "paragraph", sentences: openingOfGroups(round) },
        ...groupBlocks(`round-${number}-groups`, round),
      ],
    },
  ];
}

function itemBlocks(
  { number, findings }: RoundFacts,
  question: AgendaQuestion,
  itemId: string,
  earlier: ReadonlyMap<string, number>,
): Block[] {
  const own = findings.filter(
    (finding) => finding.agendaQuestionId === question.id && finding.itemId === itemId,
  );
  const [first] = own;
  if (first === undefined) return [];
  const table = figuresTable(`round-${number}-${itemId}`, own);
  const statements = own.filter((finding): finding is ScaleFinding => finding.kind === "scale");
  return [
    { kind: "item", prompt: first.prompt },
    ...own.map((finding: Finding): Block => ({ kind: "finding", finding })),
    ...(statements.length === 0 ? [] : [figure(first.prompt, statements, earlier)]),
    ...(table === null ? [] : [{ kind: "table", table } satisfies Block]),
  ];
}

const figure = (
  caption: string,
  statements: readonly ScaleFinding[],
  earlier: ReadonlyMap<string, number>,
): Block => ({
  kind: "figure",
  caption,
  bars: divergingBars(statements, earlier),
});
