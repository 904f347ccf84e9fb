import type { RoomSituation } from "./possible";
import { type Phase, phaseShown } from "./state";
import { type Step, USUAL_LAST_CALL } from "./step";

/** The phase that is shown where a session stands. */
const phaseAt = ({ state, stage }: RoomSituation): Phase => phaseShown(state, stage);

const question = (index: number | null): Step => ({ kind: "question", question: index });
const finding = (index: number): Step => ({ kind: "finding", finding: index });
const END: Step = { kind: "end" };
const LAST_CALL: Step = { kind: "lastCall", seconds: USUAL_LAST_CALL };

/** The finding after the one that is shown, or after none. */
function findingAfter({ state, findings }: RoomSituation): Step | null {
  const index = state.finding === null ? 0 : state.finding + 1;
  return index < (findings ?? 0) ? finding(index) : null;
}

/** What brings the round towards its close; where it closes at its time alone, days from now, the session ends before. */
const towardsClose = (step: Step, { extendedByRule }: RoomSituation): Step => (extendedByRule ? END : step);

/** The step that a session of the usual course takes next; null where there is nothing to do but wait, or nothing more. */
export function nextStep(at: RoomSituation): Step | null {
  switch (phaseAt(at)) {
    case "doors":
      return question(0);
    case "question":
      return at.state.question !== null && at.state.question + 1 < at.questions
        ? question(at.state.question + 1)
        : towardsClose(LAST_CALL, at);
    case "lastCall":
      return towardsClose({ kind: "close" }, at);
    case "closed":
      if (at.findings === null) return null;
      return findingAfter(at) ?? { kind: "discussion" };
    case "findings":
      return findingAfter(at) ?? { kind: "discussion" };
    case "discussion":
      return findingAfter(at) ?? (at.another ? { kind: "askAgain" } : END);
    case "ended":
      return null;
  }
}

/** The step back to what was shown before; null where there is none, as after a close. */
export function stepBack(at: RoomSituation): Step | null {
  switch (phaseAt(at)) {
    case "question":
      return at.state.question === null || at.state.question === 0 ? null : question(at.state.question - 1);
    case "lastCall":
      return question(at.state.question);
    case "findings":
      return at.state.finding === null || at.state.finding === 0 ? null : finding(at.state.finding - 1);
    case "discussion":
      return at.state.finding === null ? null : finding(at.state.finding);
    case "doors":
    case "closed":
    case "ended":
      return null;
  }
}

/** Every step that makes sense now, the next and the one back among them. */
function stepsNow(at: RoomSituation): Step[] {
  const questions = Array.from({ length: at.questions }, (_, index) => index);
  const asked = [...questions, ...(at.questions > 1 ? [null] : [])].map(question);
  const again: Step[] = at.another ? [{ kind: "askAgain" }] : [];
  const shown = Array.from({ length: at.findings ?? 0 }, (_, index) => finding(index));
  switch (phaseAt(at)) {
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
function isAt(step: Step, at: RoomSituation): boolean {
  if (step.kind === "question") return phaseAt(at) === "question" && step.question === at.state.question;
  return step.kind === "finding" && phaseAt(at) === "findings" && step.finding === at.state.finding;
}

export const sameStep = (one: Step | null, other: Step | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What else can be done than the next step and the one back. */
export function otherSteps(at: RoomSituation): Step[] {
  const offered = [nextStep(at), stepBack(at)];
  return stepsNow(at).filter((step) => !offered.some((one) => sameStep(one, step)));
}

/**
 * The step of a key or a clicker. What a press too many should not do, asking again and ending, is left to the console,
 * where it is asked for and confirmed.
 */
export function stepByKey(at: RoomSituation, towards: "next" | "back"): Step | null {
  const step = towards === "next" ? nextStep(at) : stepBack(at);
  return step?.kind === "askAgain" || step?.kind === "end" ? null : step;
}
