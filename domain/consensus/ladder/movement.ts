import { newcombeDifference } from "../newcombe";

/** The rows of the ladder between two rounds, in the order in which they are tried. */
export const MOVEMENT_PHRASES = [
  "movementNotShown",
  "shiftedTowards",
  "shiftedAway",
  "converged",
  "diverged",
  "unchanged",
  "noShiftShown",
] as const;
export type MovementPhrase = (typeof MOVEMENT_PHRASES)[number];

/**
 * The row for x1 of n1 in favour in the earlier round and x2 of n2 in the later; a count is null where its release
 * hides it. `dCns` is the change of the Tastle–Wierman consensus, null where it cannot be worked out in both rounds.
 */
export function movementPhrase(change: {
  x1: number | null;
  n1: number;
  x2: number | null;
  n2: number;
  dCns: number | null;
}): MovementPhrase {
  const { x1, n1, x2, n2, dCns } = change;
  if (x1 === null || x2 === null) return "movementNotShown";
  const interval = newcombeDifference({ x: x2, n: n2 }, { x: x1, n: n1 });
  if (interval === null) return "movementNotShown";
  const [low, high] = interval;
  const shift = x2 * n1 - x1 * n2;
  if ((low > 0 || high < 0) && 10 * Math.abs(shift) >= n1 * n2)
    return shift > 0 ? "shiftedTowards" : "shiftedAway";
  if (dCns === null) return "noShiftShown";
  if (dCns >= 0.05) return "converged";
  return dCns <= -0.05 ? "diverged" : "unchanged";
}
