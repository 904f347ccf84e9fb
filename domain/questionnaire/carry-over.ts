import { canonicalJson } from "@/domain/anonymity/encoding";
import { putBack, type Removal } from "./editing";
import type { Item } from "./item";
import { type AskedRound, type Lineage, lastAsked, leftOut, lineageOf } from "./lineage";
import { itemsOf, type Questionnaire } from "./questionnaire";

/** How an item came into a round: new in it, or from the last earlier round that asked it. */
export type Origin =
  | { readonly lineage: "new" }
  | { readonly lineage: Exclude<Lineage, "new">; readonly round: number };

export function originOf(item: Item, earlier: readonly AskedRound[]): Origin {
  const last = lastAsked(item, earlier);
  const lineage = lineageOf(item, last?.item);
  return last === null || lineage === "new" ? { lineage: "new" } : { lineage, round: last.round.number };
}

/** How many items are carried over, reworded and new, and how many of the last round are not asked any more. */
type CarryOver = Readonly<Record<Lineage | "leftOut", number>>;

/** Counts what became of the earlier rounds, of which the last stands first. */
export function carryOverOf(now: Questionnaire, earlier: readonly AskedRound[]): CarryOver {
  const counts = { new: 0, carried: 0, reworded: 0 };
  for (const item of itemsOf(now)) counts[originOf(item, earlier).lineage] += 1;
  const [last] = earlier;
  return { ...counts, leftOut: last === undefined ? 0 : leftOut(now, last.questionnaire).length };
}

/** What a questionnaire does not ask any more, each item under the last round that asked it; the order of rounds stays. */
export function leftOutByRound<Round extends AskedRound>(
  now: Questionnaire,
  earlier: readonly Round[],
): { readonly round: Round; readonly items: readonly Item[] }[] {
  return earlier
    .map((round) => ({
      round,
      items: leftOut(now, round.questionnaire).filter((item) => lastAsked(item, earlier)?.round === round),
    }))
    .filter(({ items }) => items.length > 0);
}

/**
 * The questionnaire with an item of an earlier one back as that one asked it: last in its agenda question, and where that
 * is gone, under it and alone, at the end. `null` where there is no room for it, or the earlier one never asked it.
 */
export function broughtBack(
  now: Questionnaire,
  earlier: Questionnaire,
  itemId: string,
): Questionnaire | null {
  const from = earlier.agendaQuestions.find(({ items }) => items.some(({ id }) => id === itemId));
  const entry = from?.items.find(({ id }) => id === itemId);
  if (from === undefined || entry === undefined) return null;
  const { agendaQuestions } = now;
  const question = agendaQuestions.find(({ id }) => id === from.id);
  return putBack(
    now,
    question === undefined
      ? { what: "agendaQuestion", index: agendaQuestions.length, entry: { ...from, items: [entry] } }
      : { what: "item", questionId: question.id, index: question.items.length, entry },
  );
}

/**
 * What can still be undone once an item was brought back: nothing that took it, or something of it, out of this draft,
 * since it is back whole; nor an agenda question whose items are all there again.
 */
export function stillToUndo(
  removals: readonly Removal[],
  { back, itemId }: { readonly back: Questionnaire; readonly itemId: string },
): Removal[] {
  const there = new Set(
    back.agendaQuestions.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]),
  );
  const settled = (removal: Removal): boolean => {
    if (removal.what === "questionnaire") return false;
    if (removal.what === "item") return removal.entry.id === itemId;
    if (removal.what === "agendaQuestion")
      return [removal.entry, ...removal.entry.items].every(({ id }) => there.has(id));
    return "itemId" in removal && removal.itemId === itemId;
  };
  // What was done to a draft that was replaced since is undone in that draft.
  const replaced = removals.findLastIndex(({ what }) => what === "questionnaire");
  return removals.filter((removal, index) => index <= replaced || !settled(removal));
}

/** Whether two questionnaires are the same in every word, whatever the order in which their JSON was written. */
export const asksTheSame = (one: Questionnaire, other: Questionnaire): boolean =>
  one === other || canonicalJson(one) === canonicalJson(other);
