import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoundStage } from "@/domain/consultation/round";
import { FORGOTTEN_AFTER, isForgotten } from "@/domain/room/forgotten";
import { anyMoment, anySteps, at, taken } from "@/tests/support/room-steps";

const HOUR = 3_600_000;
const startedAt = at(0);

/** A round at this stage, that closed, or is planned to close, so many milliseconds after the beginning. */
const round = (stage: RoundStage, closes = 0, extendedByRule = false) => ({
  stage,
  extendedByRule,
  closesAt: at(closes).toISOString(),
});

describe("a session that its hosts forgot to end", () => {
  it("[V36] is one in which nothing has happened for twelve hours, be it a step of which nothing came", () => {
    fc.assert(
      fc.property(anySteps, anyMoment, (steps, now) => {
        const last = Math.max(0, ...steps.map(({ effectAt }) => Date.parse(effectAt) - startedAt.getTime()));
        const forgotten = (moment: Date) =>
          isForgotten({ startedAt, steps, round: round("draft", 9 * HOUR) }, moment);
        expect(forgotten(now)).toBe(false);
        expect(forgotten(at(last + FORGOTTEN_AFTER - 1))).toBe(false);
        expect(forgotten(at(last + FORGOTTEN_AFTER))).toBe(true);
      }),
    );
  });

  it("[V36] is none while its round is open, unless the rule has extended that; and the twelve hours begin anew as it closes", () => {
    const steps = [taken(1, { kind: "question", question: 0 }, 5)];
    const forgotten = (hours: number, ...of: Parameters<typeof round>) =>
      isForgotten({ startedAt, steps, round: round(...of) }, at(hours * HOUR));
    for (const stage of ["opening", "open", "closing"] as const)
      expect(forgotten(500, stage, 600 * HOUR), stage).toBe(false);
    expect(forgotten(500, "closing", 600 * HOUR, true)).toBe(false);
    expect(forgotten(11, "open", 600 * HOUR, true)).toBe(false);
    expect(forgotten(13, "open", 600 * HOUR, true)).toBe(true);
    expect(forgotten(111, "closed", 100 * HOUR)).toBe(false);
    expect(forgotten(112, "closed", 100 * HOUR)).toBe(true);
  });
});
