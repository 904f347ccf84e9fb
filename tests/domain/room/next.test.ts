import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as course from "@/domain/room/next";
import { type RoomSituation, whyNot } from "@/domain/room/possible";
import type { Phase, RoomState } from "@/domain/room/state";
import type { Step } from "@/domain/room/step";

const PHASES: readonly Phase[] = [
  "doors",
  "question",
  "lastCall",
  "closed",
  "findings",
  "discussion",
  "ended",
];

/** A place in which a session can be, in short. */
type Standing = Pick<RoomSituation, "questions" | "findings" | "extendedByRule"> &
  Pick<RoomState, "phase" | "question" | "finding"> & { readonly askAgain: boolean };

const { sameStep } = course;
const nextStep = (at: Standing) => course.nextStep(situationOf(at));
const stepBack = (at: Standing) => course.stepBack(situationOf(at));
const otherSteps = (at: Standing) => course.otherSteps(situationOf(at));
const stepByKey = (at: Standing, towards: "next" | "back") => course.stepByKey(situationOf(at), towards);

/** Any place in which a session can be: what is asked and shown exists. */
const standings: fc.Arbitrary<Standing> = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    questions: fc.integer({ min: 1, max: 6 }),
    findings: fc.option(fc.integer({ min: 0, max: 9 })),
    askAgain: fc.boolean(),
    extendedByRule: fc.boolean(),
  })
  .chain(({ phase, questions, findings, askAgain, extendedByRule }) => {
    const counted = phase === "findings" || phase === "discussion" ? (findings ?? 1) : findings;
    const known = phase === "findings" ? Math.max(1, counted ?? 1) : counted;
    const shown = fc.integer({ min: 0, max: Math.max(0, (known ?? 1) - 1) });
    return fc.record({
      phase: fc.constant(phase),
      questions: fc.constant(questions),
      findings: fc.constant(known),
      askAgain: fc.constant(askAgain),
      extendedByRule: fc.constant(extendedByRule),
      question: phase === "doors" ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: questions - 1 })),
      finding:
        phase === "findings"
          ? shown
          : phase === "discussion" && known !== 0
            ? fc.option(shown)
            : fc.constant(null),
    });
  });

/** Where a step leads in a room whose round closes as it should. */
function taken(at: Standing, step: Step, findings: number): Standing {
  switch (step.kind) {
    case "question":
      return { ...at, phase: "question", question: step.question };
    case "close":
      return { ...at, phase: "closed", findings };
    case "finding":
      return { ...at, phase: "findings", finding: step.finding };
    case "end":
      return { ...at, phase: "ended" };
    default:
      return { ...at, phase: step.kind === "askAgain" ? "question" : step.kind };
  }
}

/** The same place as the console and the command that takes a step know it. */
function situationOf(at: Standing): RoomSituation {
  const { extendedByRule, phase, question, finding, questions, findings, askAgain: another } = at;
  const stage = { doors: "draft", question: "open", lastCall: "open" } as const;
  const counted = findings === null ? "closing" : "closed";
  return {
    state: { phase, roundId: "r", question, until: null, finding },
    stage: phase === "doors" || phase === "question" || phase === "lastCall" ? stage[phase] : counted,
    extendedByRule,
    questions,
    findings,
    another,
  };
}

const doors: Standing = {
  phase: "doors",
  question: null,
  questions: 2,
  finding: null,
  findings: null,
  askAgain: false,
  extendedByRule: false,
};

describe("what comes next in a room", () => {
  test("[V40] the usual course leads from the doors through every question, the last call, the close and every finding to the end", () => {
    const course: Step[] = [];
    for (let at = doors, step = nextStep(at); step !== null; step = nextStep(at)) {
      course.push(step);
      at = taken(at, step, 2);
    }
    expect(course).toEqual([
      { kind: "question", question: 0 },
      { kind: "question", question: 1 },
      { kind: "lastCall", seconds: 120 },
      { kind: "close" },
      { kind: "finding", finding: 0 },
      { kind: "finding", finding: 1 },
      { kind: "discussion" },
      { kind: "end" },
    ]);
  });

  test("[V40] after the discussion comes asking again, where it is possible", () => {
    const discussed: Standing = { ...doors, phase: "discussion", finding: 1, findings: 2, askAgain: true };
    expect(nextStep(discussed)).toEqual({ kind: "askAgain" });
    expect(nextStep({ ...discussed, finding: 0 })).toEqual({ kind: "finding", finding: 1 });
  });

  test("[V40] while the round is counted nothing comes next", () => {
    expect(nextStep({ ...doors, phase: "closed" })).toBeNull();
    expect(nextStep({ ...doors, phase: "closed", findings: 0 })).toEqual({ kind: "discussion" });
  });

  test("[V41] the step back leads to what was shown before; from the doors, a close and the end there is none", () => {
    const at = (standing: Partial<Standing>) =>
      stepBack({ ...doors, questions: 3, findings: 4, ...standing });
    expect(at({ phase: "question", question: 2 })).toEqual({ kind: "question", question: 1 });
    expect(at({ phase: "question", question: 0 })).toBeNull();
    expect(at({ phase: "lastCall", question: 2 })).toEqual({ kind: "question", question: 2 });
    expect(at({ phase: "lastCall", question: null })).toEqual({ kind: "question", question: null });
    expect(at({ phase: "findings", finding: 3 })).toEqual({ kind: "finding", finding: 2 });
    expect(at({ phase: "findings", finding: 0 })).toBeNull();
    expect(at({ phase: "discussion", finding: 3 })).toEqual({ kind: "finding", finding: 3 });
    for (const phase of ["doors", "closed", "ended"] as const) expect(at({ phase })).toBeNull();
  });

  test("[V42] no step is offered twice, and none that leads to where the room is", () => {
    fc.assert(
      fc.property(standings, (at) => {
        const offered = [nextStep(at), stepBack(at), ...otherSteps(at)].filter((step) => step !== null);
        for (const [index, step] of offered.entries())
          expect(offered.findIndex((other) => sameStep(step, other))).toBe(index);
        for (const step of offered) {
          if (step.kind === "finding") expect([at.phase, at.finding]).not.toEqual(["findings", step.finding]);
          if (step.kind === "question")
            expect([at.phase, at.question]).not.toEqual(["question", step.question]);
          if (step.kind === "lastCall" || step.kind === "discussion") expect(step.kind).not.toBe(at.phase);
        }
      }),
    );
  });

  test("[V45] every step that is offered can be taken, unless the rule has extended the round", () => {
    fc.assert(
      fc.property(standings, (at) => {
        const offered = [nextStep(at), stepBack(at), ...otherSteps(at)].filter((step) => step !== null);
        const spent =
          at.phase === "question" || at.phase === "lastCall" ? [null, "closing_early_spent"] : [null];
        for (const step of offered)
          expect(at.extendedByRule ? spent : [null]).toContain(whyNot(step, situationOf(at)));
      }),
    );
  });

  test("[V95] while the round is open the session can be ended, which comes next where it closes at its time alone", () => {
    fc.assert(
      fc.property(standings, (at) => {
        fc.pre(at.phase === "question" || at.phase === "lastCall");
        const next = nextStep(at);
        const offered = [next, stepBack(at), ...otherSteps(at)];
        expect(offered).toContainEqual({ kind: "end" });
        if (next !== null) expect(whyNot(next, situationOf(at))).toBeNull();
      }),
    );
    const last: Standing = { ...doors, phase: "question", question: 1, extendedByRule: true };
    expect(nextStep(last)).toEqual({ kind: "end" });
    expect(nextStep({ ...last, question: 0 })).toEqual({ kind: "question", question: 1 });
  });

  test("[V43] a key or a clicker takes the next step or the one back, and never asks again nor ends", () => {
    fc.assert(
      fc.property(standings, fc.constantFrom("next" as const, "back" as const), (at, towards) => {
        const step = stepByKey(at, towards);
        expect(["askAgain", "end"]).not.toContain(step?.kind);
        const due = towards === "next" ? nextStep(at) : stepBack(at);
        expect(step).toEqual(due?.kind === "askAgain" || due?.kind === "end" ? null : due);
      }),
    );
  });
});
