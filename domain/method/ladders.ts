import { scalePhrase } from "@/domain/consensus/ladder/scale";
import { sideCounts } from "@/domain/consensus/sides";
import { sideRow } from "@/domain/disclosure/scale";
import { cellMessage } from "@/domain/findings/cell-words";
import { type LadderKind, phraseMessage } from "@/domain/findings/sentence";
import type { Block, ReportTable, Section } from "@/domain/report/document";
import { LADDERS, ladderTable } from "@/domain/report/ladder";
import { foundIn, SEATS, scaleRound } from "./example-round";
import { MOVEMENT_EXAMPLES, workedMovement } from "./movement-examples";
import {
  APPROVAL_EXAMPLES,
  CHOICE_EXAMPLES,
  RANKING_EXAMPLES,
  workedApproval,
  workedChoice,
  workedRanking,
} from "./option-examples";
import { paragraph, say } from "./say";
import { SCALE_EXAMPLES, sidesWords, workedScale } from "./scale-examples";
import { THEME_EXAMPLES, workedTheme } from "./theme-examples";
import type { Worked } from "./worked";

/** An example for every row of a ladder, in its order, worked by the code that words findings. */
export function workedRows(kind: LadderKind): Worked[] {
  switch (kind) {
    case "scale":
      return LADDERS.scale.map((row) => workedScale(SCALE_EXAMPLES[row]));
    case "choice":
      return LADDERS.choice.map((row) => workedChoice(CHOICE_EXAMPLES[row]));
    case "approval":
      return LADDERS.approval.map((row) => workedApproval(APPROVAL_EXAMPLES[row]));
    case "ranking":
      return LADDERS.ranking.map((row) => workedRanking(RANKING_EXAMPLES[row]));
    case "theme":
      return LADDERS.theme.map((row) => workedTheme(THEME_EXAMPLES[row]));
    case "movement":
      return LADDERS.movement.map((row) => workedMovement(MOVEMENT_EXAMPLES[row]));
  }
}

/** The kinds of ladder, in the order of the page. */
export const LADDER_KINDS = [
  "scale",
  "choice",
  "approval",
  "ranking",
  "theme",
  "movement",
] as const satisfies readonly LadderKind[];

/** A ladder as the report prints it, with an example beside each row. */
function workedLadder(kind: LadderKind): ReportTable {
  const { columns, rows, ...table } = ladderTable(kind);
  const worked = workedRows(kind);
  return {
    ...table,
    columns: [...columns, say("columns.example"), say("columns.reads")],
    rows: rows.map(({ heading, cells }, index) => {
      const example = worked[index];
      return { heading, cells: example === undefined ? cells : [...cells, example.figures, example.reads] };
    }),
  };
}

/** Counts from strongly opposed to strongly in support, of which some cannot be shown. */
const PROTECTED = [
  [4, 5, 1, 6, 4],
  [0, 1, 2, 7, 5],
] as const;

/** What small numbers become, and which words are then chosen. */
function protectedTable(): ReportTable {
  return {
    id: "protected",
    of: "words",
    caption: say("protected.caption"),
    columns: ["answers", "for", "neither", "against", "exact", "row"].map((name) =>
      say(`protected.columns.${name}`),
    ),
    rows: PROTECTED.map((counts) => {
      const { figures, key } = foundIn(scaleRound(counts), "scale");
      const sides = figures.kind === "tooFew" ? [] : sideRow(figures.sides);
      return {
        heading: sidesWords(counts),
        cells: [
          ...sides.map(cellMessage),
          phraseMessage("scale", scalePhrase(sideCounts(counts))),
          phraseMessage("scale", key),
        ],
      };
    }),
  };
}

/** The ladders, one to a table, and small numbers at work. */
export function ladderSections(): Section[] {
  const tables = LADDER_KINDS.map((kind): Block => ({ kind: "table", table: workedLadder(kind) }));
  return [
    {
      id: "ladders",
      heading: say("headings.ladders"),
      level: 2,
      blocks: [
        paragraph(say("ladders.order"), say("ladders.examples", { seats: SEATS })),
        paragraph(say("ladders.quoted"), say("ladders.themes")),
        ...tables,
      ],
    },
    {
      id: "protection-at-work",
      heading: say("headings.protected"),
      level: 3,
      blocks: [paragraph(say("protected.opening")), { kind: "table", table: protectedTable() }],
    },
  ];
}
