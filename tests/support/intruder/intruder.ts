import type { Release, ReleasedItem } from "@/domain/disclosure/release";
import type { Item } from "@/domain/questionnaire/shapes/item";
import type { Answers, Questionnaire } from "@/domain/questionnaire/shapes/questionnaire";
import { approvalSubjects } from "./approval";
import { breakdownSubjects } from "./breakdown";
import { choiceSubjects } from "./choice";
import { tellsNearlyAll } from "./labels";
import { rankingSubjects } from "./ranking";
import { statementSubjects } from "./scale";
import { type Subject, spansOf, type Table, type Vote } from "./subject";

/**
 * Somebody who has a release, as it is published, and knows what the words in it mean. Everything is found by
 * looking for rounds of answers that would be printed so; nothing here is shared with the code that makes releases.
 */
export function read(published: string, questionnaire: Questionnaire): Subject[] {
  const release: Release = JSON.parse(published);
  const items = new Map(
    questionnaire.agendaQuestions.flatMap((question) => question.items).map((item) => [item.id, item]),
  );
  return release.items.flatMap((released) => subjectsOf(released, items.get(released.itemId)));
}

function subjectsOf(released: ReleasedItem, item: Item | undefined): Subject[] {
  if (released.kind === "scale" && item?.kind === "scale")
    return released.statements.flatMap((statement) => [
      ...statementSubjects(statement, item),
      ...breakdownSubjects(statement, item),
    ]);
  if (released.kind === "choice") return choiceSubjects(released);
  if (released.kind === "approval" && item?.kind === "approval") return approvalSubjects(released, item);
  if (released.kind === "ranking" && item?.kind === "ranking") return rankingSubjects(released, item);
  return [];
}

/** A cell of a subject and what may stand there. */
type Place = { readonly table: Table; readonly tableAt: number; readonly cellAt: number };

const placesOf = ({ tables }: Subject): Place[] =>
  tables.flatMap((table, tableAt) =>
    Array.from({ length: table.size }, (_, cellAt) => ({ table, tableAt, cellAt })),
  );

/** The least and the most that a count can be, given all that is printed; null where nothing fits. */
function reachOf({ allows }: Subject, { table, tableAt, cellAt }: Place): [number, number] | null {
  const [from, to] = spansOf(table)[cellAt] ?? [0, -1];
  const can = (count: number) => allows([], tableAt, cellAt, [count, count]);
  let [least, most] = [from, to];
  while (least <= to && !can(least)) least += 1;
  while (most > least && !can(most)) most -= 1;
  return least > to ? null : [least, most];
}

/** Counts that can be worked out though they are hidden, and counts of one or two that can be worked out at all. */
export function countsTold(subject: Subject): string[] {
  return placesOf(subject).flatMap((place) => {
    const [least, most] = reachOf(subject, place) ?? [0, 1];
    const cell = place.table.cells?.[place.cellAt];
    const isHidden = cell !== undefined && cell.kind !== "count";
    return least === most && (isHidden || least === 1 || least === 2) ? [`${told(place)} is ${least}`] : [];
  });
}

const told = ({ table, cellAt }: Place) => `${table.name}, cell ${cellAt} of ${table.size}`;

/** Printed ranges other than what the words and figures leave. */
export function rangesAmiss(subject: Subject): string[] {
  return placesOf(subject).flatMap((place) => {
    const cell = place.table.cells?.[place.cellAt];
    if (cell === undefined || cell.kind === "count") return [];
    const [least, most] = reachOf(subject, place) ?? [0, -1];
    return cell.from === least && cell.to === most
      ? []
      : [`${told(place)}: ${cell.from} to ${cell.to}, but ${least} to ${most} is left`];
  });
}

/**
 * Tables in which two participants, who know what they answered themselves, find out what each other one answered.
 * Left out are tables that say "all or nearly all", and pairs of a ranking that follow from such pairs: there the release
 * itself tells it, which is admitted.
 */
export function answersExposed(subject: Subject, known: readonly Vote[]): string[] {
  return subject.tables.flatMap((table, tableAt) => {
    const others = table.n - known.filter((vote) => vote[tableAt] !== null).length;
    if (others < 1 || tellsNearlyAll(table.cells ?? []) || subject.follows(tableAt)) return [];
    const possible = Array.from({ length: table.size }, (_, cellAt) => cellAt).filter((cellAt) =>
      subject.allows(known, tableAt, cellAt, [1, others]),
    );
    return possible.length < 2
      ? [`${table.name}: all others answered ${possible}, as ${JSON.stringify(known)} know`]
      : [];
  });
}

/** What any two of these participants could know of a subject, each pair of votes once. */
export function pairsOf(subject: Subject, responses: readonly Answers[]): Vote[][] {
  const votes = responses.map(subject.voteOf);
  const pairs = votes.flatMap((one, index) => votes.slice(index + 1).map((other) => [one, other]));
  return [...new Map(pairs.map((pair) => [pair.map(String).toSorted().join(" "), pair])).values()];
}

/** Figures and words of a release that the answers behind it do not bear out. */
export function untruths(subject: Subject, responses: readonly Answers[]): string[] {
  const votes = responses.map(subject.voteOf);
  return placesOf(subject).flatMap((place) => {
    const { table, tableAt, cellAt } = place;
    const inTable = votes.filter((vote) => vote[tableAt] !== null).length;
    const count = votes.filter((vote) => vote[tableAt] === cellAt).length;
    const [from, to] = spansOf(table)[cellAt] ?? [0, -1];
    const cell = table.cells?.[cellAt];
    const isPrinted = cell === undefined || cell.kind === "count" || (cell.from <= count && count <= cell.to);
    return inTable === table.n && from <= count && count <= to && isPrinted
      ? []
      : [`${told(place)}: ${count} of ${inTable}`];
  });
}
