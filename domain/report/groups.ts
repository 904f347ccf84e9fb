import type { GroupTable, Withheld } from "@/domain/disclosure/group";
import type { Release, Released, ReleasedStatement } from "@/domain/disclosure/release";
import { type Sides, sideRow } from "@/domain/disclosure/scale";
import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { type Bars, onOneAxis, wholeSide } from "./chart";
import type { Block, ReportTable } from "./document";

/** One statement by group: those that are shown, and what is withheld. */
export type StatementByGroup = {
  readonly statementId: string;
  readonly statement: string;
  readonly table: ReleasedStatement["table"];
  readonly groups: readonly Released<GroupTable>[];
  readonly withheld: Released<Withheld> | undefined;
};

/** A scale with its statements by group. */
type ScaleByGroup = {
  readonly itemId: string;
  readonly prompt: string;
  readonly statements: readonly StatementByGroup[];
};

/** What a round tells by group. */
export type RoundByGroup = { readonly question: string; readonly scales: readonly ScaleByGroup[] };

const message = (name: string, values: Message["values"] = {}): Message => ({
  key: `report.groups.${name}`,
  values,
});
const column = (name: string): Message => ({ key: `report.columns.${name}`, values: {} });

/** What a round tells of its scales by group, from its release; null where it asked for no group. */
export function roundByGroup(questionnaire: Questionnaire, release: Release): RoundByGroup | null {
  const { breakdown } = questionnaire;
  if (breakdown === undefined) return null;
  const scales = itemsOf(questionnaire).flatMap((item): ScaleByGroup[] => {
    const released = release.items.find(({ itemId }) => itemId === item.id);
    if (item.kind !== "scale" || released?.kind !== "scale") return [];
    const statements = item.statements.flatMap(({ id, text }): StatementByGroup[] => {
      const found = released.statements.find(({ statementId }) => statementId === id);
      if (found === undefined) return [];
      const { table, groups = [], withheld } = found;
      return [{ statementId: id, statement: text, table, groups, withheld }];
    });
    return [{ itemId: item.id, prompt: item.prompt, statements }];
  });
  return { question: breakdown.question, scales };
}

/** What was asked and how it is counted; where nothing is shown by group for one reason, that too. */
export function openingOfGroups({ question, scales }: RoundByGroup): Message[] {
  const opening = message("opening", { question });
  if (scales.length === 0) return [opening, message("notShown.noScale")];
  const reason = commonReason(scales);
  return reason === null ? [opening] : [opening, message(`notShown.${reason}`)];
}

/** The one reason for which no group is shown of any statement, or null. */
export function commonReason(scales: RoundByGroup["scales"]): Reason | null {
  const reasons = scales.flatMap(({ statements }) => statements).map(reasonOf);
  const [first = null] = reasons;
  return reasons.every((reason) => reason === first) ? first : null;
}

type Reason = Extract<Withheld, { kind: "all" }>["reason"];

/** Why no group of a statement is shown, or null where some are. */
const reasonOf = ({ withheld }: StatementByGroup): Reason | null =>
  withheld?.kind === "all" ? withheld.reason : null;

/** What is not shown of a statement and why: all groups, or some beside others. */
export function notShownOf({ statement, withheld }: StatementByGroup): Message[] {
  if (withheld === undefined) return [];
  if (withheld.kind === "all") return [message(`statementNotShown.${withheld.reason}`, { about: statement })];
  return withheld.groups.map(({ name, reason }) => message(`groupNotShown.${reason}`, { group: name }));
}

/** Whether anything by group is not shown in a round. */
export const withholdsGroups = (questionnaire: Questionnaire, release: Release): boolean =>
  (roundByGroup(questionnaire, release)?.scales ?? []).some(({ statements }) =>
    statements.some((statement) => notShownOf(statement).length > 0),
  );

/** The sides of all, then of each group, on one axis. Null where no group is shown. */
export function groupBars(statement: StatementByGroup): Bars | null {
  const rows = rowsOf(statement);
  if (rows === null) return null;
  const bars = onOneAxis(
    rows.map(({ id, name, n, sides }) => ({
      statementId: id,
      statement: name,
      against: wholeSide(sides, "against"),
      for: wholeSide(sides, "for"),
      neither: sides.neither,
      n,
      noPosition: null,
    })),
  );
  return { ...bars, of: "groups" };
}

/** The same as a table. `id` is unique on its page. */
export function groupsTable(id: string, statement: StatementByGroup): ReportTable | null {
  const rows = rowsOf(statement);
  if (rows === null) return null;
  const neither = rows.some(({ sides }) => sides.neither !== null) ? [column("neither")] : [];
  return {
    id,
    of: "figures",
    caption: message("caption", { about: statement.statement }),
    columns: [column("group"), column("against"), ...neither, column("for"), message("n")],
    rows: rows.map(({ name, n, sides }) => ({
      heading: name,
      cells: [
        ...sideRow(sides).toReversed().map(cellMessage),
        { key: "findings.cells.count", values: { count: n } },
      ],
    })),
  };
}

type Row = {
  readonly id: string;
  readonly name: string | Message;
  readonly n: number;
  readonly sides: Sides;
};

/** All who took a position, then the groups that are shown; null where none is. */
function rowsOf({ table, groups }: StatementByGroup): Row[] | null {
  if (groups.length === 0 || table.kind === "tooFew") return null;
  return [
    { id: "", name: message("all"), n: table.n, sides: table.sides },
    ...groups.map(({ groupId, name, n, sides }) => ({ id: groupId, name, n, sides })),
  ];
}

/** The scales of a report by group: each statement's figure, its table, and what is not shown; nothing where none is. */
export function groupBlocks(id: string, { scales }: RoundByGroup): Block[] {
  if (commonReason(scales) !== null) return [];
  return scales.flatMap(({ itemId, prompt, statements }): Block[] => [
    { kind: "item", prompt },
    ...statements.flatMap((statement): Block[] => {
      const bars = groupBars(statement);
      const table = groupsTable(`${id}-${itemId}-${statement.statementId}`, statement);
      const entries = notShownOf(statement);
      return [
        ...(bars === null ? [] : [{ kind: "figure", caption: statement.statement, bars } satisfies Block]),
        ...(table === null ? [] : [{ kind: "table", table } satisfies Block]),
        ...(entries.length === 0 ? [] : [{ kind: "list", entries } satisfies Block]),
      ];
    }),
  ]);
}
