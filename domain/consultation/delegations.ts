import { MEMBER_STATES, NOTES, REGIONAL_GROUPS, type RegionalGroup } from "./delegations-member-states";
import { OBSERVER_ORGANISATIONS, OBSERVER_STATES } from "./delegations-observers";
import { otherNamesOf } from "./delegations-other-names";

export type DelegationKind = "memberState" | "observerState" | "organisation" | "other";

/** Whoever a seat can be for. */
export type Delegation = {
  readonly name: string;
  readonly kind: DelegationKind;
  /** The group of a Member State; null for everybody else. */
  readonly regionalGroup: RegionalGroup | null;
};

/** What the United Nations' own lists say beside a Member State; its sentence stands under `delegationNotes`. */
type DelegationNote = (typeof NOTES)[keyof typeof NOTES];

const inNoGroup = (names: readonly string[], kind: DelegationKind): Delegation[] =>
  names.map((name) => ({ name, kind, regionalGroup: null }));

/** Every delegation known by name: 193 Member States group by group, two observer States, observer organisations. */
export const DELEGATIONS: readonly Delegation[] = [
  ...REGIONAL_GROUPS.flatMap((regionalGroup) =>
    MEMBER_STATES[regionalGroup].map((name) => ({ name, kind: "memberState" as const, regionalGroup })),
  ),
  ...inNoGroup(OBSERVER_STATES, "observerState"),
  ...inNoGroup(OBSERVER_ORGANISATIONS, "organisation"),
];

const notes: Readonly<Record<string, DelegationNote>> = NOTES;

/** What is to be said of a delegation's place in its group, or null. */
export function noteOf(delegation: Delegation): DelegationNote | null {
  return notes[delegation.name] ?? null;
}

/** A name as names are compared: accents, case, punctuation, articles and "mission of" aside. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|[’'`.]/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(the )?(permanent )?(observer )?(mission|delegation) of /, "")
    .replace(/\b(st)\b(?= )/g, "saint")
    .split(" ")
    .filter((word) => word !== "the")
    .join(" ");
}

const byName = new Map<string, Delegation>(
  DELEGATIONS.flatMap((delegation) =>
    [delegation.name, ...otherNamesOf(delegation.name)].map(
      (name) => [comparable(name), delegation] as const,
    ),
  ),
);

const STYLE =
  /^(arab republic|commonwealth|federal republic|grand duchy|hashemite kingdom|islamic republic|kingdom|principality|republic|state|sultanate) of /;

/** The delegation of exactly that name, however it is written. */
export function delegationNamed(text: string): Delegation | undefined {
  const key = comparable(text);
  // "Republic of China" is not the Member State's name, so it is left to whoever typed it.
  return byName.get(key) ?? (key === "republic of china" ? undefined : byName.get(key.replace(STYLE, "")));
}

/** How many letters have to be changed, added, left out or swapped with their neighbour to make one text the other. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = now;
  }
  return last[other.length] ?? one.length;
}

const MOST_SUGGESTIONS = 3;
/** Longer texts are no name, and comparing them letter by letter would take long. */
const LONGEST_NAME = 80;

/** How far a text is from a name: misspelt first, then part of it; null where they have nothing to do with each other. */
function farness(text: string, name: string): number | null {
  const most = Math.max(1, Math.floor(text.length / 4));
  // Texts whose lengths differ by more are further apart than that, and need not be compared letter by letter.
  const letters = Math.abs(text.length - name.length) > most ? null : distance(text, name);
  if (letters !== null && letters <= most) return letters;
  return text.length >= 3 && ` ${name}`.includes(` ${text}`) ? 100 + name.length : null;
}

/** The delegation that a text names, or up to three that it may mean, nearest first. */
export function findDelegation(
  text: string,
): { readonly found: Delegation } | { readonly found: null; readonly suggestions: readonly Delegation[] } {
  const found = delegationNamed(text);
  if (found !== undefined) return { found };
  const key = comparable(text);
  if (key === "" || key.length > LONGEST_NAME) return { found: null, suggestions: [] };
  const near = [...byName]
    .flatMap(([name, delegation]) => {
      const far = farness(key, name);
      return far === null ? [] : [{ far, delegation }];
    })
    .sort((one, other) => one.far - other.far);
  const suggestions = [...new Set(near.map(({ delegation }) => delegation))].slice(0, MOST_SUGGESTIONS);
  return { found: null, suggestions };
}
