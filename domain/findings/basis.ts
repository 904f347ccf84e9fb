import type { Safeguard } from "./safeguards";

/** What every finding carries, so that it can be checked against its release. */
export type Basis = {
  readonly agendaQuestionId: string;
  readonly itemId: string;
  /** What the item asks. */
  readonly prompt: string;
  /** Answers that take a position: the denominator of every share. */
  readonly n: number;
  /** Seats invited (N). */
  readonly seats: number;
  /** There where some delegation has several of them, so that nothing is said of how many delegations hold a view. */
  readonly severalSeats?: true;
  readonly noPosition: number;
  readonly unanswered: number;
  /** Those that applied, in the order in which the sentence says them. */
  readonly safeguards: readonly Safeguard[];
};

/** Where a finding stands, and how many seats were invited. */
export type Place = Pick<Basis, "agendaQuestionId" | "itemId" | "prompt" | "seats" | "severalSeats">;
