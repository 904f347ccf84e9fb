import type { Phase } from "./state";
import { type Step, USUAL_LAST_CALL } from "./step";

/** What the choice of a step depends on. */
export type Standing = {
  /** The phase that is shown. */
  readonly phase: Phase;
  /** The agenda question that the room is at by its index; null where all are asked at once. */
  readonly question: number | null;
  /** How many agenda questions the round has. */
  readonly questions: number;
  /** The finding that is shown or discussed by its index; null where none is. */
  readonly finding: number | null;
  /** How many findings the round has; null until it is counted. */
  readonly findings: number | null;
  /** Whether the rule has extended the round, so that it closes at its time alone. */
  readonly extendedByRule: boolean;
  /** Whether the same items can be asked again. */
  readonly askAgain: boolean;
};

const question = (index: number | null): Step => ({ kind: "question", question: index });
const finding = (index: number): Step => ({ kind: "finding", finding: index });
const END: Step = { kind: "end" };
const LAST_CALL: Step = { kind: "lastCall", seconds: USUAL_LAST_CALL };

/** The finding after the one that is shown, or after none. */
function findingAfter({ finding: shown, findings }: Standing): Step | null {
  const index = shown === null ? 0 : shown + 1;
  return index < (findings ?? 0) ? finding(index) : null;
}

/** What brings the round towards its close; where it closes at its time alone, days from now, the session ends before. */
const towardsClose = (step: Step, { extendedByRule }: Standing): Step => (extendedByRule ? END : step);

/** The step that a session of the usual course takes next; null where there is nothing to do but wait, or nothing more. */
export function nextStep(at: Standing): Step | null {
  switch (at.phase) {
    case "doors":
      return question(0);
    case "question":
      return at.question !== null && at.question + 1 < at.questions
        ? question(at.question + 1)
        : towardsClose(LAST_CALL, at);
    case "lastCall":
      return towardsClose({ kind: "close" }, at);
    case "closed":
      if (at.findings === null) return null;
      return findingAfter(at) ?? { kind: "discussion" };
    case "findings":
      return findingAfter(at) ?? { kind: "discussion" };
    case "discussion":
      return findingAfter(at) ?? (at.askAgain ? { kind: "askAgain" } : END);
    case "ended":
      return null;
  }
}

/** The step back to what was shown before; null where there is none, as after a close. */
export function stepBack(at: Standing): Step | null {
  switch (at.phase) {
    case "question":
      return at.question === null || at.question === 0 ? null : question(at.question - 1);
    case "lastCall":
      return question(at.question);
    case "findings":
      return at.finding === null || at.finding === 0 ? null : finding(at.finding - 1);
    case "discussion":
      return at.finding === null ? null : finding(at.finding);
    case "doors":
    case "closed":
    case "ended":
      return null;
  }
}

/** Every step that makes sense now, the next and the one back among them. */
function stepsNow(at: Standing): Step[] {
  const questions = Array.from({ length: at.questions }, (_, index) => index);
  const asked = [...questions, ...(at.questions > 1 ? [null] : [])].map(question);
  const again: Step[] = at.askAgain ? [{ kind: "askAgain" }] : [];
  const shown = Array.from({ length: at.findings ?? 0 }, (_, index) => finding(index));
  switch (at.phase) {
    case "doors":
      return [...asked, END];
    case "question":
      return [...asked.filter((step) => !isAt(step, at)), LAST_CALL, { kind: "close" }, END];
    case "lastCall":
      return [...asked, { kind: "close" }, END];
    case "closed":
      return at.findings === null ? [] : [...shown, { kind: "discussion" }, ...again, END];
    case "findings":
      return [...shown.filter((step) => !isAt(step, at)), { kind: "discussion" }, ...again, END];
    case "discussion":
      return [...shown, ...again, END];
    case "ended":
      return [];
  }
}

/** Whether the room is where a step would lead. */
function isAt(step: Step, at: Standing): boolean {
  if (step.kind === "question") return at.phase === "question" && step.question === at.question;
  return step.kind === "finding" && at.phase === "findings" && step.finding === at.finding;
}

export const sameStep = (one: Step | null, other: Step | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What else can be done than the next step and the one back. */
export function otherSteps(at: Standing): Step[] {
  const offered = [nextStep(at), stepBack(at)];
  return stepsNow(at).filter((step) => !offered.some((one) => sameStep(one, step)));
}

/**
 * The step of a key or a clicker. What a press too many should not do, asking again and ending, is left to the console,
 * where it is asked for and confirmed.
 */
export function stepByKey(at: Standing, towards: "next" | "back"): Step | null {
  const step = towards === "next" ? nextStep(at) : stepBack(at);
  return step?.kind === "askAgain" || step?.kind === "end" ? null : step;
}
