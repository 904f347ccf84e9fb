import type { RankingItem } from "@/domain/questionnaire/ranking";
import type { Chance } from "./chance";

/** Options from the one leaned to most; some orders are partial, some have two options in one place. */
export function rankedOptions(
  item: RankingItem,
  leansOn: (id: string) => number,
  chance: Chance,
): string[][] {
  const inOrder = item.options.map(({ id }) => id).sort((one, other) => leansOn(other) - leansOn(one));
  const partial = chance.happens(0.3) ? 1 + chance.below(Math.min(3, inOrder.length)) : inOrder.length;
  const places = inOrder.slice(0, partial).map((id) => [id]);
  const [first, second, ...rest] = places;
  if (first === undefined || second === undefined || !chance.happens(0.12)) return places;
  return [[...first, ...second], ...rest];
}
