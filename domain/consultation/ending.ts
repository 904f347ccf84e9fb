import type { RoundStage } from "./round";

/**
 * What keeps a consultation from being ended, or null: it ends when every planned round has closed. A round in draft may
 * still be held, so that nobody could say that the last was the last.
 */
export function endingObstacle(rounds: readonly { readonly stage: RoundStage }[]): "rounds_not_over" | null {
  return rounds.length > 0 && rounds.every(({ stage }) => stage === "closed") ? null : "rounds_not_over";
}
