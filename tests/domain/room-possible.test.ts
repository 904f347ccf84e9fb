import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoundStage } from "@/domain/consultation/round";
import { type RoomSituation, whyNot } from "@/domain/room/possible";
import { stateAt } from "@/domain/room/state";
import { anyMoment, anyStep, anySteps, at, ROUND, taken } from "@/tests/support/room-steps";

const STAGES: readonly RoundStage[] = ["draft", "opening", "open", "closing", "closed"];
const anySituation: fc.Arbitrary<RoomSituation> = fc
  .record({
    steps: anySteps,
    now: anyMoment,
    stage: fc.constantFrom(...STAGES),
    extendedByRule: fc.boolean(),
    questions: fc.nat(4),
    findings: fc.nat(6),
    another: fc.boolean(),
  })
  .map(({ steps, now, findings, ...situation }) => ({
    ...situation,
    state: stateAt(ROUND, steps, now),
    findings: situation.stage === "closed" ? findings : null,
  }));

describe("what hosts can do next", () => {
  it("[V14] nothing of a round is shown or asked again before it has closed, and none is asked or closed after", () => {
    fc.assert(
      fc.property(anySituation, anyStep, (situation, step) => {
        if (whyNot(step, situation) !== null) return;
        const after = ["finding", "discussion", "askAgain"].includes(step.kind);
        if (after) expect(situation.stage).toBe("closed");
        if (["doors", "question", "lastCall", "close"].includes(step.kind))
          expect(["draft", "opening", "open"]).toContain(situation.stage);
        if (["lastCall", "close"].includes(step.kind)) {
          expect(situation.stage).toBe("open");
          expect(["question", "lastCall"]).toContain(situation.state.phase);
        }
      }),
    );
  });

  it("[V14] nothing while the round is to be closed, and nothing once the session has ended", () => {
    fc.assert(
      fc.property(anySituation, anyStep, (situation, step) => {
        const { phase } = situation.state;
        const closing = phase === "closed" && ["open", "closing"].includes(situation.stage);
        if (phase === "ended")
          for (const one of [step, { kind: "end" } as const])
            expect(whyNot(one, situation)).toBe("room_over");
        else if (closing) expect(whyNot(step, situation)).toBe("room_being_closed");
        else expect(whyNot({ kind: "end" }, situation)).toBeNull();
      }),
    );
  });

  it("[V14] only a question and a finding that are there, and no close by hand once the rule has extended the round", () => {
    const state = stateAt(ROUND, [taken(1, { kind: "question", question: 0 }, 0)], at(1));
    const open = {
      state,
      stage: "open",
      extendedByRule: false,
      questions: 2,
      findings: null,
      another: true,
    } as const;
    expect(whyNot({ kind: "question", question: 1 }, open)).toBeNull();
    expect(whyNot({ kind: "question", question: null }, open)).toBeNull();
    expect(whyNot({ kind: "question", question: 2 }, open)).toBe("room_question_unknown");
    expect(whyNot({ kind: "question", question: null }, { ...open, questions: 0 })).toBe(
      "room_question_unknown",
    );
    expect(whyNot({ kind: "close" }, { ...open, extendedByRule: true })).toBe("closing_early_spent");
    expect(whyNot({ kind: "lastCall", seconds: 60 }, { ...open, stage: "opening" })).toBe(
      "room_round_not_open",
    );
    const closed = { ...open, stage: "closed", findings: 3 } as const;
    expect(whyNot({ kind: "finding", finding: 2 }, closed)).toBeNull();
    expect(whyNot({ kind: "finding", finding: 3 }, closed)).toBe("room_finding_unknown");
    expect(whyNot({ kind: "askAgain" }, { ...closed, another: false })).toBe("no_spare_key");
  });
});
