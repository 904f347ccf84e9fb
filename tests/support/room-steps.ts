import fc from "fast-check";
import { type Step, type TakenStep, UNDO_SECONDS } from "@/domain/room/step";

export const ROUND = "round-1";
const BEGIN = Date.parse("2026-03-02T15:00:00Z");
/** So many milliseconds after the beginning. */
export const at = (milliseconds: number) => new Date(BEGIN + milliseconds);

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: "doors" }, { kind: "close" }, { kind: "discussion" }, { kind: "end" }),
  fc.record({ kind: fc.constant("question" as const), question: fc.option(fc.nat(3)) }),
  fc.record({ kind: fc.constant("lastCall" as const), seconds: fc.integer({ min: 15, max: 300 }) }),
  fc.record({ kind: fc.constant("finding" as const), finding: fc.nat(5) }),
  fc.constant<Step>({ kind: "askAgain" }),
);

/** Steps as hosts take them: each after the last took effect, in a round that only asking again changes. */
export const anySteps: fc.Arbitrary<TakenStep[]> = fc
  .array(
    fc.record({
      step: anyStep,
      pause: fc.integer({ min: 0, max: 400_000 }),
      undone: fc.boolean(),
      refused: fc.option(fc.constant("not_ready"), { freq: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    let time = 0;
    let round = 1;
    return drawn.map(({ step, pause, ...outcome }, index): TakenStep => {
      time += pause + UNDO_SECONDS * 1_000;
      if (step.kind === "askAgain") round += 1;
      const effectAt = at(time).toISOString();
      return { number: index + 1, step, roundId: `round-${round}`, effectAt, ...outcome };
    });
  });
export const anyMoment = fc.integer({ min: 0, max: 6_000_000 }).map(at);

/** A step that took effect so many seconds after the beginning. */
export const taken = (
  number: number,
  step: Step,
  seconds: number,
  more: Partial<TakenStep> = {},
): TakenStep => ({
  ...{ number, step, roundId: ROUND, effectAt: at(seconds * 1_000).toISOString() },
  ...{ undone: false, refused: null, ...more },
});
