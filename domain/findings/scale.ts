import { claimOf, isDivided, type ScalePhrase, undividedPhrase } from "@/domain/consensus/ladder/scale";
import type { SideCounts } from "@/domain/consensus/sides";
import { rangeOf } from "@/domain/disclosure/cell";
import type { Released, ReleasedStatement } from "@/domain/disclosure/release";
import { type ScaleTable, sideRow } from "@/domain/disclosure/scale";
import { consistentTables } from "@/domain/disclosure/table";
import type { ScaleItem } from "@/domain/questionnaire/scale";
import type { Basis, Place } from "./basis";
import { acrossGroups, type Breadth, breadthOf, groupsDiffer } from "./groups";
import { quorumSafeguards, type Safeguard } from "./safeguards";

/** One statement of a scale. */
export type ScaleFinding = Basis & {
  readonly kind: "scale";
  readonly statementId: string;
  readonly statement: string;
  /** Labels of the categories, the most opposed first. */
  readonly categories: readonly string[];
  readonly key: ScalePhrase;
  readonly figures: Released<ScaleTable>;
  /** How far groups share the view, where groups are shown and the row has a direction. */
  readonly breadth?: Breadth;
};

/** The findings of a scale, one per statement. */
export function scaleFindings(
  item: ScaleItem,
  released: readonly ReleasedStatement[],
  place: Place,
): ScaleFinding[] {
  return item.statements.flatMap(({ id, text }) => {
    const statement = released.find(({ statementId }) => statementId === id);
    if (statement === undefined) return [];
    const { table, noPosition, unanswered } = statement;
    return [
      {
        ...place,
        kind: "scale",
        statementId: id,
        statement: text,
        categories: item.categories,
        ...wordsAcrossGroups(statement, place.seats),
        n: table.n,
        noPosition,
        unanswered,
        figures: table,
      },
    ];
  });
}

/** The row, the safeguards and the breadth of one statement: first from its table, then from the groups shown. */
function wordsAcrossGroups({ table, groups = [] }: ReleasedStatement, seats: number) {
  const words = scaleWords(table);
  const direction = claimOf(words)?.direction;
  if (direction === undefined || groups.length === 0)
    return { key: words, safeguards: scaleSafeguards(words, table, seats) };
  const key = acrossGroups(words, groups, direction);
  const safeguards = scaleSafeguards(key, table, seats);
  return {
    key,
    safeguards: groupsDiffer(groups, direction) ? [...safeguards, "groupsDiffer" as const] : safeguards,
    breadth: breadthOf(groups, direction),
  };
}

/** The least-claiming row of the ladder among all tables that the release leaves possible. */
export function scaleWords(table: Released<ScaleTable>): ScalePhrase {
  if (table.kind === "tooFew") return "tooFew";
  const { sides, n } = table;
  if (sides.for.kind === "allOrNearlyAll") return "nearlyAllFor";
  if (sides.against.kind === "allOrNearlyAll") return "nearlyAllAgainst";
  if (sides.neither?.kind === "allOrNearlyAll") return "noCommonView";
  const possible = consistentTables(sideRow(sides), n).map(
    (counts): SideCounts => ({ favourable: counts[0] ?? 0, opposed: counts.at(-1) ?? 0, n }),
  );
  return possible.every(isDivided) ? "divided" : leastClaiming(possible.map(undividedPhrase));
}

function leastClaiming(phrases: readonly ScalePhrase[]): ScalePhrase {
  const claims = phrases.map((phrase) => ({ phrase, claim: claimOf(phrase) }));
  const [first, ...others] = claims;
  return others.reduce(
    (least, { phrase, claim }) => {
      if (least.claim === null || claim === null || claim.direction !== least.claim.direction)
        return { phrase: "noCommonView" as const, claim: null };
      return claim.strength < least.claim.strength ? { phrase, claim } : least;
    },
    first ?? { phrase: "noCommonView" as const, claim: null },
  ).phrase;
}

/** The safeguards that a row calls for, whoever chose it; those of groups stand beside them. */
export function scaleSafeguards(key: ScalePhrase, table: Released<ScaleTable>, seats: number): Safeguard[] {
  if (table.kind === "tooFew") return [];
  const { n, sides } = table;
  const direction = claimOf(key)?.direction;
  const [own, other] = direction === "Against" ? [sides.against, sides.for] : [sides.for, sides.against];
  // "Of those taking a position" already says on whom the phrase rests.
  const behind = key.startsWith("nearlyAll") ? seats : direction === undefined ? n : rangeOf(own)[0];
  const found = quorumSafeguards({ n, behind, seats });
  if (direction !== undefined && !(other.kind === "count" && other.count === 0)) found.push("notSharedByAll");
  if (strongReservations(table)) found.push("strongReservations");
  return found;
}

/** Whether the most opposed of two or more opposed categories is shown and holds 10 % or more. */
function strongReservations(table: Released<ScaleTable>): boolean {
  if (table.kind !== "categories" || table.categories.length < 4) return false;
  const strongest = table.categories[0];
  return strongest?.kind === "count" && 10 * strongest.count >= table.n;
}
