import { type ItemMovement, movementOf } from "@/domain/findings/movement";
import type { ScaleFinding } from "@/domain/findings/scale";
import type { AgendaQuestion } from "@/domain/questionnaire/questionnaire";
import { divergingBars } from "./chart";
import type { Block, ReportTable, Section } from "./document";
import { type Evidence, findingKey } from "./evidence";
import type { RoundFacts } from "./facts";
import { figuresTable } from "./figures";
import { groupBlocks, openingOfGroups, type RoundByGroup, roundByGroup } from "./groups";
import { earlierSupport, movementBlocks, openingMessages } from "./movement";
import { themeBlocks } from "./themes";

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
 * The findings of one round in the words of the evidence: a section for the round, one per agenda question with the
 * themes of its open answers, and one by group where groups are shown.
 */
export function roundSections(
  round: RoundFacts,
  earlier: readonly RoundFacts[],
  evidence: readonly Evidence[],
): Section[] {
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
          itemBlocks(round, question, id, {
            evidence,
            earlier: earlierSupport(movements.find(({ itemId }) => itemId === id)),
            themes: themesOfItem(round, earlier, id),
          }),
        ),
      ],
    }),
  );
  return [opening, ...questions, ...groupSections(number, roundByGroup(questionnaire, release))];
}

/** How the items that a round carries over moved since the rounds before it; nothing where none is asked twice. */
export function movementSections(rounds: readonly RoundFacts[]): Section[] {
  const ofRounds = rounds.flatMap((round, index): Section[] => {
    const movements = movementOf(round, rounds.slice(0, index));
    return movements.length === 0 ? [] : [movementSection(round, movements)];
  });
  if (ofRounds.length === 0) return [];
  return [
    { id: "movement", heading: message("report.headings.movement"), level: 2, blocks: [] },
    ...ofRounds,
  ];
}

const movementSection = ({ number, level }: RoundFacts, movements: readonly ItemMovement[]): Section => ({
  id: `round-${number}-movement`,
  heading: message("report.roundName", { number, level }),
  level: 3,
  blocks: [
    { kind: "paragraph", sentences: openingMessages(movements) },
    ...movements.flatMap((movement) =>
      movementBlocks(`round-${number}-movement-${movement.itemId}`, movement, number),
    ),
  ],
});

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

/** What stands round an item: the words of its findings, where support stood before, and what its open answers raised. */
type ItemContext = {
  readonly evidence: readonly Evidence[];
  readonly earlier: ReadonlyMap<string, number>;
  readonly themes: readonly Block[];
};

function themesOfItem(round: RoundFacts, earlier: readonly RoundFacts[], id: string): Block[] {
  const of = ({ themes = [] }: RoundFacts) => themes.filter(({ itemId }) => itemId === id);
  return of(round).flatMap((item) => themeBlocks(item, earlier.flatMap(of)));
}

function itemBlocks(
  { number, findings }: RoundFacts,
  question: AgendaQuestion,
  itemId: string,
  { evidence, earlier, themes }: ItemContext,
): Block[] {
  const own = findings.filter(
    (finding) => finding.agendaQuestionId === question.id && finding.itemId === itemId,
  );
  const [first] = own;
  if (first === undefined) return [];
  const said = new Map(evidence.map(({ key, block }) => [key, block]));
  const table = figuresTable(`round-${number}-${itemId}`, own);
  const statements = own.filter((finding): finding is ScaleFinding => finding.kind === "scale");
  return [
    { kind: "item", prompt: first.prompt },
    ...own.map(
      (finding): Block =>
        said.get(`finding/${number}/${findingKey(finding)}`) ?? { kind: "finding", finding },
    ),
    ...(statements.length === 0 ? [] : [figure(first.prompt, statements, earlier)]),
    ...(table === null ? [] : [{ kind: "table", table } satisfies Block]),
    ...themes,
  ];
}

/** The themes of an item's open answers. */
export const themesOf = (evidence: readonly Evidence[], number: number, itemId: string): Evidence[] =>
  evidence.filter(({ key }) => key.startsWith(`theme/${number}/${itemId}/`));

const figure = (
  caption: string,
  statements: readonly ScaleFinding[],
  earlier: ReadonlyMap<string, number>,
): Block => ({
  kind: "figure",
  caption,
  bars: divergingBars(statements, earlier),
});
