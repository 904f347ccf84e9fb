import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesNext, inEffectAt, pendingAt, stateAt } from "@/domain/room/state";
import type { TakenStep } from "@/domain/room/step";
import { anyMoment, anySteps, at, ROUND, taken } from "@/tests/support/room-steps";

describe("where a session in the room stands", () => {
  it("[V10] follows from its steps and the time alone: any process, and any that starts anew, works out the same", () => {
    fc.assert(
      fc.property(anySteps, anyMoment, (steps, now) => {
        const elsewhere = JSON.parse(JSON.stringify(steps)) as TakenStep[]; // as another process reads them
        expect(stateAt(ROUND, elsewhere, now)).toEqual(stateAt(ROUND, steps, now));
        const known = steps.filter(({ effectAt }) => Date.parse(effectAt) <= now.getTime());
        expect(stateAt(ROUND, known, now)).toEqual(stateAt(ROUND, steps, now));
      }),
    );
  });

  it("[V10] is what the last step in effect says, and of the round that step is about", () => {
    fc.assert(
      fc.property(anySteps, anyMoment, (steps, now) => {
        const last = inEffectAt(steps, now);
        const { phase, roundId, question } = stateAt(ROUND, steps, now);
        expect(roundId).toBe(last?.roundId ?? ROUND);
        const told = { close: "closed", finding: "findings", askAgain: "question", end: "ended" } as const;
        const kind = last?.step.kind ?? "doors";
        if (last?.step.kind === "question") expect(question).toBe(last.step.question);
        if (kind === "lastCall") expect(["lastCall", "closed"]).toContain(phase);
        else expect(phase).toBe(kind in told ? told[kind as keyof typeof told] : kind); // narrowed by `in`
      }),
    );
  });

  it("[V11] is as if a step had never been taken that was taken back, or that nothing came of", () => {
    fc.assert(
      fc.property(anySteps, anyMoment, (steps, now) => {
        const counting = steps.filter(({ undone, refused }) => !undone && refused === null);
        expect(stateAt(ROUND, steps, now)).toEqual(stateAt(ROUND, counting, now));
        expect(pendingAt(steps, now)).toEqual(pendingAt(counting, now));
        expect(changesNext(ROUND, steps, now)).toEqual(changesNext(ROUND, counting, now));
      }),
    );
  });

  it("[V12] a last call counts down, and has closed at its end, to the millisecond and in every process", () => {
    const steps = [
      taken(1, { kind: "question", question: 1 }, 5),
      taken(2, { kind: "lastCall", seconds: 60 }, 20.25),
    ];
    expect(stateAt(ROUND, steps, at(80_249))).toMatchObject({
      phase: "lastCall",
      question: 1,
      until: at(80_250).toISOString(),
    });
    expect(stateAt(ROUND, steps, at(80_250))).toMatchObject({ phase: "closed", until: null });
    const back = [...steps, taken(3, { kind: "question", question: 0 }, 70)];
    expect(stateAt(ROUND, back, at(90_000))).toMatchObject({ phase: "question", question: 0, until: null });
  });

  /** Every moment at which one of these steps changes something, or a millisecond beside it. */
  const edgesOf = (steps: readonly TakenStep[]): number[] =>
    steps.flatMap(({ step, effectAt }) => {
      const begins = Date.parse(effectAt);
      const moments = step.kind === "lastCall" ? [begins, begins + step.seconds * 1_000] : [begins];
      return moments.flatMap((moment) => [moment - 1, moment, moment + 1]);
    });

  it("[V13] does not change before the moment that is told as the next", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const edges = edgesOf(steps);
        for (const time of edges) {
          const now = new Date(time);
          // One step can be pending: those after it were not taken yet.
          const inEffect = steps.filter(({ effectAt }) => Date.parse(effectAt) <= time).length;
          const known = steps.slice(0, inEffect + 1);
          const next = changesNext(ROUND, known, now)?.getTime() ?? Number.POSITIVE_INFINITY;
          expect(next).toBeGreaterThan(time);
          for (const between of edges.filter((moment) => moment > time && moment < next))
            expect(stateAt(ROUND, known, new Date(between))).toEqual(stateAt(ROUND, known, now));
        }
      }),
    );
  });
});
