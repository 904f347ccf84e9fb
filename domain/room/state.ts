import type { RoundStage } from "@/domain/consultation/round";
import type { TakenStep } from "./step";

/** What the room is at. `closed` lasts from the close until the first finding is shown. */
export type Phase = "doors" | "question" | "lastCall" | "closed" | "findings" | "discussion" | "ended";

/** Where a session stands. */
export type RoomState = {
  readonly phase: Phase;
  readonly roundId: string;
  /** The agenda question that the room is at by its index; null where all are asked at once. */
  readonly question: number | null;
  /** When the last call ends, ISO; null at other times. */
  readonly until: string | null;
  /** The finding that is shown or discussed, by its index; null where none is. */
  readonly finding: number | null;
};

/** The state that a step leads to from another. */
function after(state: RoomState, { step, roundId, effectAt }: TakenStep): RoomState {
  const plain = { ...state, roundId, until: null, finding: null };
  switch (step.kind) {
    case "doors":
      return { ...plain, phase: "doors", question: null };
    case "question":
      return { ...plain, phase: "question", question: step.question };
    case "lastCall": {
      const until = new Date(Date.parse(effectAt) + step.seconds * 1_000).toISOString();
      return { ...plain, phase: "lastCall", until };
    }
    case "close":
      return { ...plain, phase: "closed" };
    case "finding":
      return { ...plain, phase: "findings", finding: step.finding };
    case "discussion":
      return { ...plain, phase: "discussion", finding: state.finding };
    case "askAgain":
      return { ...plain, phase: "question", question: 0 };
    case "end":
      return { ...plain, phase: "ended" };
  }
}

/** Whether something comes of a step: it was neither taken back nor refused. */
const counts = ({ undone, refused }: TakenStep): boolean => !undone && refused === null;

/** The steps that have taken effect by a moment, in the order of their numbers. */
export const inEffectBy = <Taken extends TakenStep>(steps: readonly Taken[], now: Date): Taken[] =>
  steps.filter((taken) => counts(taken) && Date.parse(taken.effectAt) <= now.getTime());

/**
 * Where a session that began with this round stands at a moment: what every process and every restart works out alike from
 * the steps alone, in the order of their numbers. A last call whose time is over has closed.
 */
export function stateAt(roundId: string, steps: readonly TakenStep[], now: Date): RoomState {
  const begun: RoomState = { phase: "doors", roundId, question: null, until: null, finding: null };
  const state = inEffectBy(steps, now).reduce(after, begun);
  const over = state.phase === "lastCall" && state.until !== null && Date.parse(state.until) <= now.getTime();
  return over ? { ...state, phase: "closed", until: null } : state;
}

/** The step that led to where a session stands; null at its beginning. */
export function inEffectAt<Taken extends TakenStep>(steps: readonly Taken[], now: Date): Taken | null {
  return inEffectBy(steps, now).at(-1) ?? null;
}

/** The step that can still be taken back; null where none can. */
export function pendingAt<Taken extends TakenStep>(steps: readonly Taken[], now: Date): Taken | null {
  return steps.findLast((taken) => counts(taken) && Date.parse(taken.effectAt) > now.getTime()) ?? null;
}

/** When the state next changes by itself: a step takes effect or a last call ends. Null where nothing is to come. */
export function changesNext(roundId: string, steps: readonly TakenStep[], now: Date): Date | null {
  const pending = pendingAt(steps, now);
  const { until } = stateAt(roundId, steps, now);
  const moments = [pending?.effectAt, until].flatMap((at) => (at == null ? [] : [Date.parse(at)]));
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

/** What is to be brought about for a state whose round is at this stage. */
export function effectDue({ phase }: RoomState, stage: RoundStage): "open" | "close" | null {
  if ((phase === "question" || phase === "lastCall") && (stage === "draft" || stage === "opening"))
    return "open";
  if (phase === "closed" && (stage === "open" || stage === "closing")) return "close";
  return null;
}

/** The phase that is shown: a round that closed at its time, or by another hand, has closed in the room too. */
export function phaseShown({ phase }: RoomState, stage: RoundStage): Phase {
  const closed = stage === "closing" || stage === "closed";
  return closed && (phase === "doors" || phase === "question" || phase === "lastCall") ? "closed" : phase;
}
