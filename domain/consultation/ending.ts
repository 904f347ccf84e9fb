import type { RoundStage } from "./round";

type Staged = { readonly stage: RoundStage };

/**
 * What keeps a consultation from being ended, or null: it ends when every planned round has closed, and every window that
 * was opened. A round in draft may still be held, so that nobody could say that the last was the last; a window that was
 * never opened keeps nothing waiting.
 */
export function endingObstacle(
  rounds: readonly Staged[],
  windows: readonly Staged[],
): "rounds_not_over" | "window_not_over" | null {
  const over = ({ stage }: Staged) => stage === "closed";
  if (rounds.length === 0 || !rounds.every(over)) return "rounds_not_over";
  return windows.every(over) ? null : "window_not_over";
}
