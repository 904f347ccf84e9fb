import { z } from "zod";
import type { Item } from "@/domain/questionnaire/item";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import type { Abstentions } from "@/domain/tally/abstentions";
import type { ItemTally, Tally } from "@/domain/tally/tally";
import { type ApprovalTable, approvalTable, approvalTableSchema } from "./approval";
import { shownGroups } from "./breakdown";
import { type ChoiceTable, choiceTable, choiceTableSchema } from "./choice";
import { countedStatement } from "./counted-groups";
import { type GroupTable, groupTableSchema, type Withheld, withheldSchema } from "./group";
import { type Participation, participationSchema } from "./participation";
import type { Solver } from "./programme";
import { type RankingTable, rankingTable, rankingTableSchema } from "./ranking";
import { RULES, rulesSchema } from "./rules";
import { type ScaleTable, scaleTable } from "./scale";
import { scaleTableSchema } from "./scale-shape";
import { type ThemeFigures, themeFigures, themeFiguresSchema } from "./theme-figures";
import type { CountedTheme } from "./themes";

declare const released: unique symbol;

/**
 * Figures that passed disclosure control. Only this file makes them, so whatever takes `Released<T>` (findings,
 * reports, charts, exports) cannot be given a raw count.
 */
export type Released<T> = T & { readonly [released]: true };

// The brand has no value at run time; this cast is the one place where it is given.
const release = <T>(figures: T): Released<T> => figures as Released<T>;

/** "No position" and unanswered are no view, so they are shown as they are. */
type Beside<T> = Readonly<Abstentions> & { readonly table: Released<T> };

export type ReleasedStatement = Beside<ScaleTable> & {
  readonly statementId: string;
  /** The groups of the breakdown that are shown, two or more; absent where none is. */
  readonly groups?: readonly Released<GroupTable>[];
  /** What of the breakdown is not shown, where the round has one. */
  readonly withheld?: Released<Withheld>;
};
type ReleasedScale = {
  readonly kind: "scale";
  readonly itemId: string;
  readonly statements: readonly ReleasedStatement[];
};
export type ReleasedChoice = Beside<ChoiceTable> & { readonly kind: "choice"; readonly itemId: string };
export type ReleasedApproval = Beside<ApprovalTable> & { readonly kind: "approval"; readonly itemId: string };
export type ReleasedRanking = Beside<RankingTable> & { readonly kind: "ranking"; readonly itemId: string };
/** Open answers are counted here and never quoted. */
export type ReleasedText = {
  readonly kind: "text";
  readonly itemId: string;
  readonly answered: number;
  readonly unanswered: number;
};

export type ReleasedItem = ReleasedScale | ReleasedChoice | ReleasedApproval | ReleasedRanking | ReleasedText;

/** What one round shows, made once after its close. Plain JSON. */
export type Release = Released<{
  readonly version: 1;
  readonly rules: typeof RULES;
  readonly participation: Participation & { readonly received: number };
  /** In the order of the questionnaire. */
  readonly items: readonly ReleasedItem[];
  /** Root of the receipts' tree per item id, in hexadecimal. */
  readonly roots: Readonly<Record<string, string>>;
}>;

/**
 * The release of a round, from its exact tally. Refuses with `more_received_than_issued` when there are more responses
 * than credentials: somebody added some. A breakdown is not released without a solver to audit it.
 */
export function makeRelease(
  questionnaire: Questionnaire,
  tally: Tally,
  participation: Participation,
  roots: Readonly<Record<string, string>>,
  solver?: Solver,
): Release {
  const received = tally.responses;
  if (received > participation.issued + participation.replaced)
    throw new Refusal("more_received_than_issued", {
      received,
      issued: participation.issued + participation.replaced,
    });
  const groupsOf = releasedGroups(questionnaire, tally, solver);
  return release({
    version: 1,
    rules: RULES,
    participation: { ...participation, received },
    items: itemsOf(questionnaire).map((item) => releasedItem(item, tally.items[item.id], groupsOf)),
    roots,
  });
}

/** What is released of the groups on one statement beside its table; nothing where the round asks for none. */
type GroupsOf = (
  itemId: string,
  statementId: string,
  table: ScaleTable,
) => Pick<ReleasedStatement, "groups" | "withheld">;

function releasedGroups({ breakdown }: Questionnaire, tally: Tally, solver: Solver | undefined): GroupsOf {
  if (breakdown === undefined) return () => ({});
  if (solver === undefined) throw new Error("a breakdown is not released without a solver to audit it");
  return (itemId, statementId, table) => {
    const counted = countedStatement(breakdown, tally, { itemId, statementId, table });
    const { groups, withheld } = shownGroups(counted, solver);
    return { ...(groups && { groups: groups.map(release) }), withheld: release(withheld) };
  };
}

function releasedItem(item: Item, tally: ItemTally | undefined, groupsOf: GroupsOf): ReleasedItem {
  const itemId = item.id;
  if (item.kind === "scale" && tally?.kind === "scale") {
    const statements = item.statements.map(({ id }): ReleasedStatement => {
      const { counts = [], noPosition = 0, unanswered = 0 } = tally.statements[id] ?? {};
      const table = scaleTable(counts);
      const beside = { noPosition, unanswered, table: release(table) };
      return { statementId: id, ...beside, ...groupsOf(itemId, id, table) };
    });
    return { kind: "scale", itemId, statements };
  }
  if (item.kind === "choice" && tally?.kind === "choice") {
    const table = choiceTable(
      tally,
      item.options.map(({ id }) => id),
    );
    return { kind: "choice", itemId, ...beside(tally, table) };
  }
  if (item.kind === "approval" && tally?.kind === "approval")
    return { kind: "approval", itemId, ...beside(tally, approvalTable(item, tally)) };
  if (item.kind === "ranking" && tally?.kind === "ranking")
    return { kind: "ranking", itemId, ...beside(tally, rankingTable(tally)) };
  if (item.kind === "text" && tally?.kind === "text") {
    const answered = tally.answered.mayBeReflected + tally.answered.notToBeReflected;
    return { kind: "text", itemId, answered, unanswered: tally.unanswered };
  }
  throw new Error(`the tally is not of this questionnaire: item ${itemId}`);
}

function beside<T>({ noPosition, unanswered }: Abstentions, table: T): Beside<T> {
  return { noPosition, unanswered, table: release(table) };
}

const whole = z.int().min(0);
const besideShape = { itemId: z.string(), noPosition: whole, unanswered: whole };

const releaseSchema = z.strictObject({
  version: z.literal(1),
  rules: rulesSchema,
  participation: participationSchema,
  items: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("scale"),
        itemId: z.string(),
        statements: z.array(
          z.strictObject({
            statementId: z.string(),
            noPosition: whole,
            unanswered: whole,
            table: scaleTableSchema.transform(release<ScaleTable>),
            groups: z.array(groupTableSchema.transform(release<GroupTable>)).exactOptional(),
            withheld: withheldSchema.transform(release<Withheld>).exactOptional(),
          }),
        ),
      }),
      z.strictObject({
        ...besideShape,
        kind: z.literal("choice"),
        table: choiceTableSchema.transform(release<ChoiceTable>),
      }),
      z.strictObject({
        ...besideShape,
        kind: z.literal("approval"),
        table: approvalTableSchema.transform(release<ApprovalTable>),
      }),
      z.strictObject({
        ...besideShape,
        kind: z.literal("ranking"),
        table: rankingTableSchema.transform(release<RankingTable>),
      }),
      z.strictObject({ kind: z.literal("text"), itemId: z.string(), answered: whole, unanswered: whole }),
    ]),
  ),
  roots: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Reads a stored release back. Throws a `ZodError` for anything that `makeRelease` does not make. */
export function parseRelease(stored: unknown): Release {
  return release(releaseSchema.parse(stored));
}

/** What the open answers to one item show, made by hosts or rapporteurs once they are coded. Plain JSON. */
export type ThemeRelease = Released<ThemeFigures>;

/**
 * The release of the themes of one item, from their exact counts among so many who answered it, and from how many notes
 * from the floor raise them.
 */
export const makeThemeRelease = (
  counted: readonly CountedTheme[],
  answered: number,
  noted: readonly CountedTheme[] = [],
): ThemeRelease => release(themeFigures(counted, answered, noted));

/** Reads a stored release of themes back. Throws a `ZodError` for anything that `makeThemeRelease` does not make. */
export const parseThemeRelease = (stored: unknown): ThemeRelease => release(themeFiguresSchema.parse(stored));
