import type { ScalePhrase } from "@/domain/consensus/ladder/scale";
import { rangeOf } from "@/domain/disclosure/cell";
import type { GroupTable } from "@/domain/disclosure/group";
import type { Released } from "@/domain/disclosure/release";

type Direction = "For" | "Against";
type Groups = readonly Released<GroupTable>[];

/** In how many of the groups shown more than half hold the view, counted by the least that the release leaves possible. */
export type Breadth = { readonly supporting: number; readonly shown: number };

const sideOf = ({ sides }: GroupTable, direction: Direction) =>
  rangeOf(direction === "For" ? sides.for : sides.against);

export function breadthOf(groups: Groups, direction: Direction): Breadth {
  const supporting = groups.filter((group) => 2 * sideOf(group, direction)[0] > group.n).length;
  return { supporting, shown: groups.length };
}

/** The row with *widely* and *largely* lowered to *generally* where in some group fewer than half may hold the view. */
export function acrossGroups(key: ScalePhrase, groups: Groups, direction: Direction): ScalePhrase {
  const strong = key.startsWith("widely") || key.startsWith("largely");
  const lacking = groups.some((group) => 2 * sideOf(group, direction)[0] < group.n);
  return strong && lacking ? `generally${direction}` : key;
}

/** Whether some group shown surely holds the view by fewer than half. */
export const groupsDiffer = (groups: Groups, direction: Direction): boolean =>
  groups.some((group) => 2 * sideOf(group, direction)[1] < group.n);
