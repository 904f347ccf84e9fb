import { type ChoicePhrase, choicePhrase, leastClaimingChoice } from "@/domain/consensus/ladder/choice";
import { rangeOf } from "@/domain/disclosure/cell";
import type { ChoiceTable } from "@/domain/disclosure/choice";
import type { Released, ReleasedChoice } from "@/domain/disclosure/release";
import { consistentTables, showsNothing } from "@/domain/disclosure/table";
import type { ChoiceItem } from "@/domain/questionnaire/choice";
import type { Label } from "@/domain/questionnaire/shapes/label";
import type { Basis, Place } from "./basis";
import { quorumSafeguards, type Safeguard } from "./safeguards";

/** One choice. */
export type ChoiceFinding = Basis & {
  readonly kind: "choice";
  readonly options: readonly Label[];
  readonly key: ChoicePhrase;
  /** Ids of the options that the sentence names: the leading one, or those between which views were divided. */
  readonly named: readonly string[];
  readonly figures: Released<ChoiceTable>;
};

export function choiceFinding(item: ChoiceItem, released: ReleasedChoice, place: Place): ChoiceFinding {
  const { table, noPosition, unanswered } = released;
  const { key, named } = choiceWords(table);
  const safeguards = choiceSafeguards(key, named, table, place.seats);
  return {
    ...place,
    kind: "choice",
    options: item.options,
    key,
    named,
    safeguards,
    n: table.n,
    noPosition,
    unanswered,
    figures: table,
  };
}

/** The words for a choice: a row of the ladder and the options that it names, by id. */
export type ChoiceWords = { readonly key: ChoicePhrase; readonly named: readonly string[] };

const NO_BROAD_SUPPORT: ChoiceWords = { key: "noOptionBroadSupport", named: [] };

/**
 * The least-claiming row among all tables that the release leaves possible. Where they differ about which options the
 * row would name, no option had broad support.
 */
export function choiceWords(table: Released<ChoiceTable>): ChoiceWords {
  if (table.kind === "tooFew") return { key: "tooFew", named: [] };
  const nearlyAll = table.options.find(({ cell }) => cell.kind === "allOrNearlyAll");
  if (nearlyAll !== undefined) return { key: "nearlyAllPreferred", named: [nearlyAll.optionId] };

  const cells = table.options.map(({ cell }) => cell);
  if (showsNothing(cells)) return NO_BROAD_SUPPORT;
  const possible = consistentTables(cells, table.n);
  const key = leastClaimingChoice(possible.map(choicePhrase));
  const leading = inAll(possible.map((counts) => placesFrom(counts, Math.max(...counts))));
  if (key === "noOptionBroadSupport" || leading.length === 0) return NO_BROAD_SUPPORT;
  const places =
    key === "dividedBetween" ? inAll(possible.map((counts) => placesFrom(counts, second(counts)))) : leading;
  if (key === "dividedBetween" && places.length < 2) return NO_BROAD_SUPPORT;
  return { key, named: places.map((place) => table.options[place]?.optionId ?? "") };
}

/** Places of the counts that are at least this. */
const placesFrom = (counts: readonly number[], least: number): number[] =>
  counts.flatMap((count, place) => (count >= least ? [place] : []));

const second = (counts: readonly number[]): number => [...counts].sort((a, b) => b - a)[1] ?? 0;

/** The places that stand in every one of these lists. */
function inAll(lists: readonly number[][]): number[] {
  const [first = [], ...others] = lists;
  return first.filter((place) => others.every((list) => list.includes(place)));
}

/** The safeguards that a row calls for, whoever chose it. */
export function choiceSafeguards(
  key: ChoicePhrase,
  named: readonly string[],
  table: Released<ChoiceTable>,
  seats: number,
): Safeguard[] {
  if (table.kind === "tooFew") return [];
  const leading = table.options.find(({ optionId }) => optionId === named[0]);
  const claims = ["widelyPreferred", "generallyPreferred", "majorityPreferred"].includes(key);
  const behind = claims && leading !== undefined ? rangeOf(leading.cell)[0] : table.n;
  // "Of those taking a position" already says on whom the phrase rests.
  return quorumSafeguards({ n: table.n, behind: key === "nearlyAllPreferred" ? seats : behind, seats });
}
