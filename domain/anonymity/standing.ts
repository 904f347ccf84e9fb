import { Refusal } from "@/domain/refusal";
import type { ManifestAct, RoundKey, RoundWithdrawal, RulesInForce } from "./manifest";

type Opened<Kind extends ManifestAct["kind"]> = Omit<Extract<ManifestAct, { kind: Kind }>, "kind"> & {
  readonly closedAt: string | null;
};

/** A round as the manifest tells it. */
export type ManifestRound = Opened<"roundOpened"> & {
  /** Its one extension by the rule has been made: fewer than ten responses were in at its closing time. */
  readonly extendedByRule?: true;
  /** Where it was withdrawn; it then counts as closed at that moment, and nothing of it is ever released. */
  readonly withdrawn?: RoundWithdrawal;
};
/** A "not reflected" window as the manifest tells it. */
export type ManifestWindow = Opened<"windowOpened">;

/** Rounds and windows that have opened, each by the id of its key and in the order in which they opened. */
type Standing = {
  readonly rounds: ReadonlyMap<string, ManifestRound>;
  readonly windows: ReadonlyMap<string, ManifestWindow>;
};

/** A standing that is being read, entry by entry. */
export type GrowingStanding = {
  readonly rounds: Map<string, ManifestRound>;
  readonly windows: Map<string, ManifestWindow>;
};

/** When the round or window of a key closed (ISO 8601); null where it has not, or has not even opened. */
export function closedAtOf({ rounds, windows }: Standing, roundId: string): string | null {
  return (rounds.get(roundId) ?? windows.get(roundId))?.closedAt ?? null;
}

/** Whether the round or window of a key has opened. */
export const hasOpened = ({ rounds, windows }: Standing, roundId: string): boolean =>
  rounds.has(roundId) || windows.has(roundId);

export const broken = (why: string) => new Refusal("manifest_broken", { why });

const HOUR = 3_600_000;

type FirstEntry = { readonly keys: readonly RoundKey[]; readonly rules: RulesInForce };
type Extension = Extract<ManifestAct, { kind: "roundExtended" }>;

/** A round that is extended: only to a later time, and by the rule once and by no less than it says. */
function extended(round: ManifestRound, { closesAt, byRule }: Extension, rules: RulesInForce): ManifestRound {
  const by = Date.parse(closesAt) - Date.parse(round.closesAt);
  if (!(by > 0)) throw broken("extension");
  if (byRule === undefined) return { ...round, closesAt };
  const { extensionHours } = rules;
  if (extensionHours === undefined || round.extendedByRule || by < extensionHours * HOUR)
    throw broken("extension by the rule");
  return { ...round, closesAt, extendedByRule: true };
}

/** A round that is withdrawn; its answers can be read back for some time from then on. */
function withdrawn(
  round: ManifestRound,
  { withdrawnAt, reason, copiesUntil }: RoundWithdrawal,
): ManifestRound {
  if (!(Date.parse(copiesUntil) > Date.parse(withdrawnAt))) throw broken("withdrawal");
  return { ...round, closedAt: withdrawnAt, withdrawn: { withdrawnAt, reason, copiesUntil } };
}

/**
 * Takes one entry after the first into account. Rounds and windows have keys of their own, so that no credential for the
 * one opens the other. Throws `manifest_broken` for what no entry may do.
 */
export function takeIn(
  { rounds, windows }: GrowingStanding,
  { keys, rules }: FirstEntry,
  act: ManifestAct,
): void {
  if (act.kind === "enrolmentOpened") throw broken("keys");
  const { roundId } = act;
  const key = keys.find((one) => one.roundId === roundId);
  const [round, window] = [rounds.get(roundId), windows.get(roundId)];
  if (act.kind === "roundOpened") {
    if (round !== undefined || key === undefined || key.purpose === "window") throw broken("opening");
    const { kind: _, ...opened } = act;
    rounds.set(roundId, { ...opened, closedAt: null });
  } else if (act.kind === "windowOpened") {
    const its = key?.purpose === "window" && key.position === act.number;
    if (window !== undefined || !its) throw broken("opening");
    const { kind: _, ...opened } = act;
    windows.set(roundId, { ...opened, closedAt: null });
  } else if (act.kind === "windowClosed") {
    if (window === undefined || window.closedAt !== null) throw broken("window");
    windows.set(roundId, { ...window, closedAt: act.closedAt });
  } else {
    if (round === undefined || round.closedAt !== null) throw broken("round");
    if (act.kind === "roundClosed") rounds.set(roundId, { ...round, closedAt: act.closedAt });
    else if (act.kind === "roundWithdrawn") rounds.set(roundId, withdrawn(round, act));
    else rounds.set(roundId, extended(round, act, rules));
  }
}
