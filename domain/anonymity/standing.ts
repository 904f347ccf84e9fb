import { Refusal } from "@/domain/refusal";
import type { ManifestAct, RoundKey } from "./manifest";

type Opened<Kind extends ManifestAct["kind"]> = Omit<Extract<ManifestAct, { kind: Kind }>, "kind"> & {
  readonly closedAt: string | null;
};

/** A round as the manifest tells it. */
export type ManifestRound = Opened<"roundOpened">;
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

/**
 * Takes one entry after the first into account. Rounds and windows have keys of their own, so that no credential for the
 * one opens the other. Throws `manifest_broken` for what no entry may do.
 */
export function takeIn(
  { rounds, windows }: GrowingStanding,
  keys: readonly RoundKey[],
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
    else if (Date.parse(act.closesAt) <= Date.parse(round.closesAt)) throw broken("extension");
    else rounds.set(roundId, { ...round, closesAt: act.closesAt });
  }
}
