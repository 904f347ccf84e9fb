import type { RoundStage } from "@/domain/consultation/round";
import { inEffectBy, phaseShown, type RoomState, stateAt } from "./state";
import type { TakenStep } from "./step";
import type { RoomView } from "./view";

/** A round of a session, as far as everybody in the room learns of it. Moments are ISO strings. */
export type RoomRound = {
  readonly id: string;
  readonly number: number;
  readonly timeZone: string;
  readonly stage: RoundStage;
  /** The planned or published closing time; once it is released, when it closed. */
  readonly closesAt: string;
  readonly extendedByRule: boolean;
  /** The texts of its agenda questions. */
  readonly questions: readonly string[];
  /** How many findings it has; null until it is released. */
  readonly findings: number | null;
  readonly published: boolean;
};

/** All that a session's view is worked out from, besides the time. */
export type RoomFacts = {
  readonly consultation: { readonly slug: string; readonly title: string; readonly simulated: boolean };
  /** The round with which it began. */
  readonly roundId: string;
  /** In the order of their numbers. */
  readonly steps: readonly TakenStep[];
  /** Every round that the steps are about. */
  readonly rounds: readonly RoomRound[];
  readonly seats: { readonly enrolled: number; readonly invited: number };
};

/** The round that a session is at. */
export function roundAt({ rounds }: RoomFacts, { roundId }: RoomState): RoomRound {
  const round = rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw new Error("a step is about a round that is not among the facts");
  return round;
}

const STAGES = {
  draft: "notOpen",
  opening: "notOpen",
  open: "open",
  closing: "closing",
  closed: "closed",
} as const satisfies Record<RoundStage, RoomView["round"]["stage"]>;

/** What everybody sees of a session at a moment. The text of a question is told once everybody may read it. */
export function viewAt(facts: RoomFacts, now: Date): RoomView {
  const state = stateAt(facts.roundId, facts.steps, now);
  const round = roundAt(facts, state);
  const phase = phaseShown(state, round.stage);
  const stage = STAGES[round.stage];
  const asking = (phase === "question" || phase === "lastCall") && stage === "open";
  const text = asking && state.question !== null ? round.questions[state.question] : undefined;
  const shows = phase === "findings" || phase === "discussion";
  const ofCall = phase === "lastCall" ? state.until : null;
  // A last call that would outlast the round ends with it.
  const closesAt = ofCall !== null && ofCall < round.closesAt ? ofCall : round.closesAt;
  return {
    ...facts.consultation,
    round: {
      id: round.id,
      number: round.number,
      timeZone: round.timeZone,
      stage,
      closesAt,
      extended: round.extendedByRule && stage === "open",
    },
    phase,
    question: state.question === null || text === undefined ? null : { index: state.question, text },
    questions: round.questions.length,
    until: ofCall === null ? null : closesAt,
    seats: facts.seats,
    finding:
      shows && state.finding !== null && round.findings !== null
        ? { index: state.finding, of: round.findings }
        : null,
    provisional: stage === "closed" && !round.published,
    now: now.toISOString(),
  };
}

/** The findings of a round that a session has shown by a moment, by their indices. */
export function findingsShown({ steps }: RoomFacts, roundId: string, now: Date): number[] {
  const ofRound = inEffectBy(steps, now).filter((taken) => taken.roundId === roundId);
  return ofRound.flatMap(({ step }) => (step.kind === "finding" ? [step.finding] : []));
}

/** The rounds that a session has been at by a moment, by their ids. */
export const roundsBeen = ({ roundId, steps }: RoomFacts, now: Date): string[] => [
  ...new Set([roundId, ...inEffectBy(steps, now).map((taken) => taken.roundId)]),
];
