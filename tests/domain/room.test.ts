import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoundStage } from "@/domain/consultation/round";
import { codeFrom, codeShown, codeTyped } from "@/domain/room/code";
import { type RoomSituation, whyNot } from "@/domain/room/possible";
import { findingsShown, type RoomFacts, roundsBeen, viewAt } from "@/domain/room/shown";
import { changesNext, inEffectAt, pendingAt, stateAt } from "@/domain/room/state";
import { type Step, type TakenStep, UNDO_SECONDS } from "@/domain/room/step";

const ROUND = "round-1";
const BEGIN = Date.parse("2026-03-02T15:00:00Z");
const at = (milliseconds: number) => new Date(BEGIN + milliseconds);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: "doors" }, { kind: "close" }, { kind: "discussion" }, { kind: "end" }),
  fc.record({ kind: fc.constant("question" as const), question: fc.option(fc.nat(3)) }),
  fc.record({ kind: fc.constant("lastCall" as const), seconds: fc.integer({ min: 15, max: 300 }) }),
  fc.record({ kind: fc.constant("finding" as const), finding: fc.nat(5) }),
  fc.constant<Step>({ kind: "askAgain" }),
);

/** Steps as hosts take them: each after the last took effect, in a round that only asking again changes. */
const anySteps: fc.Arbitrary<TakenStep[]> = fc
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
const anyMoment = fc.integer({ min: 0, max: 6_000_000 }).map(at);

const taken = (number: number, step: Step, seconds: number, more: Partial<TakenStep> = {}): TakenStep => ({
  ...{ number, step, roundId: ROUND, effectAt: at(seconds * 1_000).toISOString() },
  ...{ undone: false, refused: null, ...more },
});

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
        const { phase, roundId } = stateAt(ROUND, steps, now);
        expect(roundId).toBe(last?.roundId ?? ROUND);
        const told = { close: "closed", finding: "findings", askAgain: "question", end: "ended" } as const;
        const kind = last?.step.kind ?? "doors";
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
      taken(2, { kind: "lastCall", seconds: 60 }, 20),
    ];
    expect(stateAt(ROUND, steps, at(79_999))).toMatchObject({
      phase: "lastCall",
      question: 1,
      until: at(80_000).toISOString(),
    });
    expect(stateAt(ROUND, steps, at(80_000))).toMatchObject({ phase: "closed", until: null });
    const back = [...steps, taken(3, { kind: "question", question: 0 }, 70)];
    expect(stateAt(ROUND, back, at(90_000))).toMatchObject({ phase: "question", question: 0, until: null });
  });

  it("[V13] does not change before the moment that is told as the next", () => {
    fc.assert(
      fc.property(anySteps, anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (steps, now, part) => {
        // One step can be pending: those after it were not taken yet.
        const inEffect = steps.filter(({ effectAt }) => Date.parse(effectAt) <= now.getTime()).length;
        const known = steps.slice(0, inEffect + 1);
        const next = changesNext(ROUND, known, now)?.getTime() ?? now.getTime() + 10_000_000;
        expect(next).toBeGreaterThan(now.getTime());
        const between = new Date(Math.floor(now.getTime() + part * (next - 1 - now.getTime())));
        expect(stateAt(ROUND, known, between)).toEqual(stateAt(ROUND, known, now));
      }),
    );
  });
});

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
        if (phase === "ended") expect(whyNot(step, situation)).toBe("room_over");
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

const factsWith = (steps: readonly TakenStep[], stage: RoundStage): RoomFacts => ({
  consultation: { slug: "test", title: "A test", simulated: false },
  roundId: ROUND,
  steps,
  rounds: [
    {
      id: ROUND,
      number: 1,
      timeZone: "UTC",
      stage,
      closesAt: at(3_600_000).toISOString(),
      extendedByRule: false,
      questions: ["What should be done?", "Which steps?"],
      findings: stage === "closed" ? 4 : null,
      published: false,
    },
  ],
  seats: { enrolled: 41, invited: 64 },
});

describe("what everybody sees of a session", () => {
  const asked = [taken(1, { kind: "question", question: 1 }, 5)];

  it("[V15] a question is told once everybody may read it, and no count but that of seats is ever there", () => {
    for (const stage of ["draft", "opening"] as const)
      expect(viewAt(factsWith(asked, stage), at(6_000))).toMatchObject({ phase: "question", question: null });
    const view = viewAt(factsWith(asked, "open"), at(6_000));
    expect(view).toEqual({
      slug: "test",
      title: "A test",
      simulated: false,
      round: { id: ROUND, number: 1, timeZone: "UTC", stage: "open", closesAt: at(3_600_000).toISOString() },
      phase: "question",
      question: { index: 1, text: "Which steps?" },
      questions: 2,
      until: null,
      seats: { enrolled: 41, invited: 64 },
      finding: null,
      provisional: false,
      now: at(6_000).toISOString(),
    });
  });

  it("[V15] a round that closed by another hand has closed in the room, and its findings are provisional until signed", () => {
    expect(viewAt(factsWith(asked, "closing"), at(6_000))).toMatchObject({ phase: "closed", question: null });
    const shown = [
      ...asked,
      taken(2, { kind: "finding", finding: 2 }, 10),
      taken(3, { kind: "discussion" }, 20),
    ];
    for (const moment of [10_000, 20_000])
      expect(viewAt(factsWith(shown, "closed"), at(moment))).toMatchObject({
        finding: { index: 2, of: 4 },
        provisional: true,
      });
  });

  it("[V15] the countdown of a last call ends with the round where that closes before", () => {
    const steps = [...asked, taken(2, { kind: "lastCall", seconds: 120 }, 10)];
    expect(viewAt(factsWith(steps, "open"), at(11_000)).round.closesAt).toBe(at(130_000).toISOString());
  });

  it("[V30] a finding counts as shown from the moment its step takes effect, in its own round alone", () => {
    const steps = [
      taken(1, { kind: "finding", finding: 0 }, 5),
      taken(2, { kind: "finding", finding: 3 }, 10, { undone: true }),
      taken(3, { kind: "askAgain" }, 20, { roundId: "round-2" }),
    ];
    const facts = factsWith(steps, "closed");
    expect(findingsShown(facts, ROUND, at(4_999))).toEqual([]);
    expect(findingsShown(facts, ROUND, at(10_000))).toEqual([0]);
    expect(findingsShown(facts, "round-2", at(30_000))).toEqual([]);
    expect(roundsBeen(facts, at(19_999))).toEqual([ROUND]);
    expect(roundsBeen(facts, at(20_000))).toEqual([ROUND, "round-2"]);
  });
});

describe("the code of a session", () => {
  it("[V17] has six letters and digits that nobody takes for one another, read however it was typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = codeFrom(bytes);
        if (code === null) return;
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
        expect(codeTyped(codeShown(code).toLowerCase())).toBe(code);
      }),
    );
    expect(codeFrom(new Uint8Array(16).fill(255))).toBeNull();
    expect(codeTyped("7KQ 2M0")).toBeNull();
  });
});
