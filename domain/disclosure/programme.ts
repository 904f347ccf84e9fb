import type { Range } from "./cell";
import type { Constraint } from "./integer-ranges";

/** Whole numbers, each within its range, that meet all constraints. */
export type Programme = { readonly ranges: readonly Range[]; readonly constraints: readonly Constraint[] };

/** A solution in which the number at a place is the least, or the greatest, that it is in any. */
type Extreme = (place: number, end: "least" | "greatest") => readonly number[];

/** Integer programming, brought along by whoever closes a round. Gives what `ask` finds out about a programme. */
export type Solver = <Answer>(programme: Programme, ask: (extreme: Extreme) => Answer) => Answer;

/** Whether each of these numbers has two values or more among the solutions. */
export function areOpen(programme: Programme, places: readonly number[], solver: Solver): boolean {
  if (places.length === 0) return true;
  return solver(programme, (extreme) => {
    // Every solution that was found for one number may settle others too.
    const solutions: (readonly number[])[] = [];
    const isSettled = (place: number) => new Set(solutions.map((numbers) => numbers[place])).size > 1;
    return places.every((place) => {
      for (const end of ["greatest", "least"] as const) {
        if (isSettled(place)) return true;
        solutions.push(extreme(place, end));
      }
      return isSettled(place);
    });
  });
}

/** The least and the greatest value of each of these numbers among the solutions. */
export function rangesAmongSolutions(
  programme: Programme,
  places: readonly number[],
  solver: Solver,
): Range[] {
  return solver(programme, (extreme) =>
    places.map(
      (place): Range => [extreme(place, "least")[place] ?? 0, extreme(place, "greatest")[place] ?? 0],
    ),
  );
}
