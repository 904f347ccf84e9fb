import type { RoundStage } from "@/domain/consultation/round";
import type { RefusalCode } from "@/domain/refusal";
import { effectDue, type RoomState } from "./state";
import type { Step } from "./step";

/** What the next step of a session depends on. */
export type RoomSituation = {
  readonly state: RoomState;
  /** That of the round of the state. */
  readonly stage: RoundStage;
  /** Whether the rule has extended that round: from then on it closes at its time alone. */
  readonly extendedByRule: boolean;
  /** How many agenda questions it has. */
  readonly questions: number;
  /** How many findings; null until it is released. */
  readonly findings: number | null;
  /** Whether there is a planned round, or a spare key, to ask the same items again. */
  readonly another: boolean;
};

/** Why a step cannot be taken, each with its sentence under `refusals` in `messages/`. */
export type RoomObstacle = Extract<
  RefusalCode,
  | "room_over"
  | "room_being_closed"
  | "room_round_closed"
  | "room_round_not_open"
  | "room_round_not_closed"
  | "room_question_unknown"
  | "room_finding_unknown"
  | "closing_early_spent"
  | "no_spare_key"
>;

/** Why a question, or all of them, cannot be asked of a round that has not closed. */
function whyNotAsked(question: number | null, questions: number): RoomObstacle | null {
  const there = question === null ? questions > 0 : question < questions;
  return there ? null : "room_question_unknown";
}

/** Why a round cannot be brought towards its close. It closes only from a question, so that the room has seen one. */
function whyNotClosed({ state, stage, extendedByRule }: RoomSituation): RoomObstacle | null {
  const asked = state.phase === "question" || state.phase === "lastCall";
  if (!asked || stage !== "open") return "room_round_not_open";
  return extendedByRule ? "closing_early_spent" : null;
}

/**
 * Why a host cannot take a step from here; null where it can be taken. The console shows it, the command asks the same.
 * What keeps a round from opening is said beside it, by `issuesBeforeOpening`.
 */
export function whyNot(step: Step, situation: RoomSituation): RoomObstacle | null {
  const { state, stage, questions, findings, another } = situation;
  if (state.phase === "ended") return "room_over";
  // A step that led elsewhere would leave the close of the round undone.
  if (effectDue(state, stage) === "close") return "room_being_closed";
  const closed = stage === "closing" || stage === "closed";
  const released = stage === "closed" && findings !== null;
  switch (step.kind) {
    case "doors":
      return closed ? "room_round_closed" : null;
    case "question":
      return closed ? "room_round_closed" : whyNotAsked(step.question, questions);
    case "lastCall":
    case "close":
      return closed ? "room_round_closed" : whyNotClosed(situation);
    case "finding":
      if (!released) return "room_round_not_closed";
      return step.finding < findings ? null : "room_finding_unknown";
    case "discussion":
      return released ? null : "room_round_not_closed";
    case "askAgain":
      if (!released) return "room_round_not_closed";
      return another ? null : "no_spare_key";
    case "end":
      return null;
  }
}
