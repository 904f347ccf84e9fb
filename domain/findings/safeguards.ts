/** What a sentence says beyond the row of the ladder, so that it never says more than its figures. */
export type Safeguard =
  /** Fewer than a third of all seats take a position: the finding begins "Indicatively,". */
  | "indicative"
  /** The answers behind the phrase are no more than half of all seats: "among those responding". */
  | "amongThoseResponding"
  /** Some group shown does not share the view by half: "with differences among groups". */
  | "groupsDiffer"
  /** Opposition is never erased: "this view was not shared by all". */
  | "notSharedByAll"
  /** Depth is not breadth: "some expressed strong reservations". */
  | "strongReservations";

/** Whether so few take a position that a finding can only be an indication. */
export const isIndicative = (n: number, seats: number): boolean => 3 * n < seats;

/**
 * Whether a bare subject would say too much: it needs more than half of all seats behind it. `behind` is the least
 * count that the release leaves possible for those who share the view; for a row that reports no shared view, all who
 * take a position.
 */
export const needsQualifiedSubject = (behind: number, seats: number): boolean => 2 * behind <= seats;

/** The two safeguards of quorum, for a row that rests on `behind` of n answers. */
export function quorumSafeguards(quorum: { n: number; behind: number; seats: number }): Safeguard[] {
  const found: Safeguard[] = [];
  if (isIndicative(quorum.n, quorum.seats)) found.push("indicative");
  if (needsQualifiedSubject(quorum.behind, quorum.seats)) found.push("amongThoseResponding");
  return found;
}
