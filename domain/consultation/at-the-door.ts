import { soughtAmong } from "./delegation-search";
import { comparable } from "./delegations";
import { delegationNamed, KNOWN_DELEGATIONS } from "./known-delegations";
import type { PlacedSeat } from "./seat";

/** A seat of the panel as it decides what a delegation that arrives late needs. */
export type DoorSeat = PlacedSeat & { readonly id: string; readonly enrolled: boolean };

/** What a delegation at the door is given: the seat that waits for it, a first one, a further one, or one under a name as typed. */
export type DoorChoice =
  | { readonly kind: "free"; readonly delegation: string; readonly place: number; readonly seatId: string }
  | { readonly kind: "new" | "typed" | "further"; readonly delegation: string; readonly place: number };

/** More names than fit on a screen are no answer to a search. */
const MOST_CHOICES = 8;
const EVERY_NAME = KNOWN_DELEGATIONS.map(({ name }) => name);

function choiceOf(delegation: string, own: readonly DoorSeat[]): DoorChoice {
  if (own.length === 0) return { kind: "new", delegation, place: 1 };
  const free = own.filter(({ enrolled }) => !enrolled).sort((one, other) => one.place - other.place)[0];
  if (free !== undefined) return { kind: "free", delegation, place: free.place, seatId: free.id };
  return { kind: "further", delegation, place: Math.max(...own.map(({ place }) => place)) + 1 };
}

/**
 * What to offer for what is typed at the door: each delegation that may be meant, with what it needs. A name that is
 * nobody's can be seated as it is typed. Nothing typed offers nothing.
 */
export function doorChoices(
  typed: string,
  seats: readonly DoorSeat[],
): { readonly choices: readonly DoorChoice[]; readonly found: number } {
  const name = typed.replaceAll(/\s+/g, " ").trim();
  if (comparable(name) === "") return { choices: [], found: 0 };
  const seated = Map.groupBy(seats, ({ delegation }) => delegation);
  const names = [...new Set([...seated.keys(), ...EVERY_NAME])];
  const exact = delegationNamed(name)?.name ?? names.find((one) => comparable(one) === comparable(name));
  const sought = soughtAmong(names, name);
  const found = names.filter((one) => sought.has(one) && one !== exact);
  const meant = exact === undefined ? found : [exact, ...found];
  const choices = meant.slice(0, MOST_CHOICES).map((one) => choiceOf(one, seated.get(one) ?? []));
  const asTyped: DoorChoice = { kind: "typed", delegation: name, place: 1 };
  return { choices: exact === undefined ? [...choices, asTyped] : choices, found: meant.length };
}

/** The line of a text of seats that seats a name as it is typed. */
export const lineOfTyped = (name: string): string => `"${name.replaceAll('"', '""')}",other`;
