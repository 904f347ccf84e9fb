/** The rows of the ladder for a ranking. */
export type RankingPhrase =
  | "clearlyFirst"
  | "moreAgreementCentredOn"
  | "someConvergence"
  | "sharedLead"
  | "noClearOrder";

/**
 * The row for Kendall's W, the p-value of its test and the size of the Smith set. W and p are null where no complete
 * ranking was given.
 */
export function rankingPhrase(order: {
  W: number | null;
  p: number | null;
  smithSetSize: number;
}): RankingPhrase {
  const { W, p, smithSetSize } = order;
  if (W === null || p === null || p >= 0.05 || W < 0.3) return "noClearOrder";
  if (smithSetSize > 1) return "sharedLead";
  if (W >= 0.7) return "clearlyFirst";
  return W >= 0.5 ? "moreAgreementCentredOn" : "someConvergence";
}
