/** What every table is released beside: no view, and no answer. Neither enters a denominator. */
export type Abstentions = {
  /** Answers that say "no position". */
  noPosition: number;
  /** Responses without an answer here. */
  unanswered: number;
};
