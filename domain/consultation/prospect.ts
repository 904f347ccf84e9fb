import { FEWEST_POSITIONS, SMALLEST_SHOWN } from "@/domain/disclosure/cell";
import type { Breakdown } from "@/domain/questionnaire/breakdown";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { RegionalGroup } from "./delegations-member-states";
import { regionalGroupNamed } from "./regional-group";

/** How many seats there are, in all and of each regional group. */
export type SeatCount = {
  readonly seats: number;
  readonly byGroup: Readonly<Partial<Record<RegionalGroup, number>>>;
};

/** A panel as it stands before a round: all that are invited, and those of them that have enrolled. */
export type PanelSize = { readonly invited: SeatCount; readonly enrolled: SeatCount };

/** Seats from which a group can be expected to reach the fewest positions: a third of them may take none. */
const EXPECTED_TO_REACH = Math.ceil((FEWEST_POSITIONS * 3) / 2);

/** Groups without which nothing is broken down: one alone would tell of the rest. */
const FEWEST_GROUPS = 2;

/** Whether enough groups can be shown: never, if nearly everybody takes a position, or as can be expected. */
type Chance = "never" | "ifNearlyAll" | "expected";
/** Of a single group also: only if seats of no group that is named declare it as well. */
type GroupChance = Chance | "withOthers";

/** What a panel allows of a breakdown. */
export type BreakdownProspect = {
  readonly chance: Chance;
  /** The most groups that can reach the fewest positions. */
  readonly most: number;
  /** How many the breakdown has; null where none is asked yet. */
  readonly of: number | null;
  /** Its groups of which the seats say how many there are. */
  readonly groups: readonly { readonly name: string; readonly seats: number; readonly chance: GroupChance }[];
};

/** What a panel's size allows a release to show of a questionnaire, whatever the answers. */
export type Prospect = {
  /** Those counted on: the enrolled once a round could open with them, before that everybody who is invited. */
  readonly counted: "enrolled" | "invited";
  readonly seats: number;
  /** How many may take no position before a question is not reported; null where no question can be. */
  readonly spare: number | null;
  /** From so many alike on, the rest is hidden as "all or nearly all". */
  readonly nearlyAllFrom: number;
  /** The steps of the longest scale, where so few answers cannot show all of them in use; null where they can. */
  readonly steps: number | null;
  readonly breakdown: BreakdownProspect;
};

/** What this panel allows to be shown of this questionnaire. */
export function prospectOf({ invited, enrolled }: PanelSize, questionnaire: Questionnaire): Prospect {
  const counted = enrolled.seats >= FEWEST_POSITIONS ? "enrolled" : "invited";
  const count = counted === "enrolled" ? enrolled : invited;
  const { seats } = count;
  const scales = itemsOf(questionnaire).flatMap((item) =>
    item.kind === "scale" ? [item.categories.length] : [],
  );
  const longest = Math.max(0, ...scales);
  return {
    counted,
    seats,
    spare: seats < FEWEST_POSITIONS ? null : seats - FEWEST_POSITIONS,
    nearlyAllFrom: seats - 2,
    steps: seats < SMALLEST_SHOWN * longest ? longest : null,
    breakdown: breakdownProspect(count, questionnaire.breakdown),
  };
}

/**
 * What a breakdown may come to. A seat of a regional group that the breakdown names is taken to declare it; every other
 * seat may declare any group.
 */
function breakdownProspect(
  { seats, byGroup }: SeatCount,
  breakdown: Breakdown | undefined,
): BreakdownProspect {
  const named = (breakdown?.groups ?? []).map(({ name }) => ({ name, regional: regionalGroupNamed(name) }));
  const tell = Object.keys(byGroup).length > 0;
  const groups = named.map(({ name, regional }, index) => {
    const known = tell && regional !== null && named.findIndex((one) => one.regional === regional) === index;
    return { name, known, seats: known ? (byGroup[regional] ?? 0) : 0 };
  });
  const free = seats - groups.reduce((sum, group) => sum + group.seats, 0);
  const most = holding(FEWEST_POSITIONS, groups, free);
  const expected = holding(EXPECTED_TO_REACH, groups, free);
  return {
    chance: most < FEWEST_GROUPS ? "never" : expected < FEWEST_GROUPS ? "ifNearlyAll" : "expected",
    most,
    of: breakdown?.groups.length ?? null,
    groups: groups.flatMap(({ name, known, seats: own }) =>
      known ? [{ name, seats: own, chance: chanceOf(own, free) }] : [],
    ),
  };
}

/** How many groups can hold so many seats each, if the free seats are shared out as well as can be. */
function holding(least: number, groups: readonly { readonly seats: number }[], free: number): number {
  if (groups.length === 0) return Math.floor(free / least);
  const lacking = groups.map(({ seats }) => Math.max(0, least - seats)).sort((a, b) => a - b);
  let left = free;
  return lacking.filter((lack) => {
    left -= lack;
    return left >= 0;
  }).length;
}

/** By its own seats; the free ones can only lift a group that would else never be shown. */
function chanceOf(own: number, free: number): GroupChance {
  if (own < FEWEST_POSITIONS) return own + free < FEWEST_POSITIONS ? "never" : "withOthers";
  return own < EXPECTED_TO_REACH ? "ifNearlyAll" : "expected";
}
