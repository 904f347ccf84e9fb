import { MEMBER_STATES, NOTES, REGIONAL_GROUPS, type RegionalGroup } from "./delegations-member-states";
import { OBSERVER_ORGANISATIONS, OBSERVER_STATES, OTHER_ORGANISATIONS } from "./delegations-observers";

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

/** The further organisations that can be invited by name. */
export const FURTHER_ORGANISATIONS: readonly Delegation[] = inNoGroup(OTHER_ORGANISATIONS, "organisation");

const notes: Readonly<Record<string, DelegationNote>> = NOTES;

/** What is to be said of a delegation's place in its group, or null. */
export function noteOf(delegation: Delegation): DelegationNote | null {
  return notes[delegation.name] ?? null;
}

/** A name as names are compared: accents, case, punctuation, articles and "mission of" aside. */
export function comparable(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}|[’'`.ـ]/gu, "")
      .toLowerCase()
      .replace(/ı/g, "i")
      // Arabic is often written without the dots of its last letters.
      .replace(/ة/g, "ه")
      .replace(/ى/g, "ي")
      .replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .replace(/^(the )?(permanent )?(observer )?(mission|delegation) of /, "")
      .replace(/^mission permanente d(e la|es|u|e)? ?/, "")
      .replace(/^mision permanente (de (la|los|las)|del?) /, "")
      .replace(/\b(st)\b(?= )/g, "saint")
      .split(" ")
      .filter((word) => word !== "the")
      .join(" ")
  );
}
