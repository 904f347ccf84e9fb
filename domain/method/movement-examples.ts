import type { MovementPhrase } from "@/domain/consensus/ladder/movement";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { sidesOf } from "@/domain/disclosure/scale";
import type { Message } from "@/domain/findings/message";
import { type MovementRow, movementOf } from "@/domain/findings/movement";
import { rowMessage } from "@/domain/report/movement";
import { sum } from "@/domain/tally/counts";
import { scaleRound } from "./example-round";
import { say } from "./say";
import type { Worked } from "./worked";

/** Counts of one statement in the first round and in the second, from strongly opposed to strongly in support. */
type TwoRounds = readonly [before: readonly number[], now: readonly number[]];

export const MOVEMENT_EXAMPLES: Readonly<Record<MovementPhrase, TwoRounds>> = {
  movementNotShown: [
    [4, 6, 6, 14, 10],
    [0, 1, 0, 20, 19],
  ],
  shiftedTowards: [
    [4, 12, 8, 10, 6],
    [3, 5, 4, 16, 12],
  ],
  shiftedAway: [
    [3, 5, 4, 16, 12],
    [4, 12, 8, 10, 6],
  ],
  converged: [
    [8, 6, 10, 8, 8],
    [3, 9, 11, 14, 3],
  ],
  diverged: [
    [3, 9, 11, 14, 3],
    [8, 6, 10, 8, 8],
  ],
  unchanged: [
    [4, 6, 6, 14, 10],
    [4, 5, 6, 15, 10],
  ],
  noShiftShown: [
    [4, 8, 6, 12, 10],
    [4, 12, 1, 13, 10],
  ],
};

export function workedMovement([before, now]: TwoRounds): Worked {
  const [movement] = movementOf(scaleRound(now, 2), [scaleRound(before)]);
  if (movement === undefined || movement.kind === "ranking") throw new Error("the example has no movement");
  const [row] = movement.rows;
  if (row === undefined) throw new Error("the example has a statement");
  return { row: row.key, figures: figuresOf(row, before, now), reads: rowMessage(movement, row) };
}

function figuresOf(row: MovementRow, before: readonly number[], now: readonly number[]): Message {
  const [was, is] = [sidesOf(before), sidesOf(now)];
  const support = { x1: was.for, n1: sum(before), x2: is.for, n2: sum(now) };
  if (row.change === null) return say("examples.movement.supportHidden", support);
  if (row.dCns === null)
    return say("examples.movement.consensusHidden", { ...support, neither: is.neither ?? 0 });
  // Both are there where their change is.
  const [c1, c2] = [consensus(before) ?? 0, consensus(now) ?? 0];
  return say("examples.movement.shown", { ...support, c1, c2 });
}
