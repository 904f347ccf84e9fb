/** The rows of the ladder for a ranking, the most claiming first after `tooFew`. */
export const RANKING_PHRASES = [
  "tooFew",
  "clearlyFirst",
  "moreAgreementCentredOn",
  "someConvergence",
  "sharedLead",
  "noClearOrder",
] as const;
export type RankingPhrase = (typeof RANKING_PHRASES)[number];

/** Where the bands of Kendall's W begin, the highest first; each ends where the one before begins. */
export const W_BANDS = [0.7, 0.5, 0.3, 0] as const;

/** Below this p, an order is not put down to chance. */
export const SIGNIFICANT_BELOW = 0.05;

/**
 * The row for Kendall's W, the p-value of its test and the size of the Smith set. W and p are null where W is not
 * measured. That fewer than 10 took a position is for the release to say, so `tooFew` never comes from here.
 */
export function rankingPhrase(order: {
  W: number | null;
  p: number | null;
  smithSetSize: number;
}): RankingPhrase {
  const { W, p, smithSetSize } = order;
  if (W === null || p === null || p >= SIGNIFICANT_BELOW || W < 0.3) return "noClearOrder";
  if (smithSetSize > 1) return "sharedLead";
  if (W >= 0.7) return "clearlyFirst";
  return W >= 0.5 ? "moreAgreementCentredOn" : "someConvergence";
}
