import type { RoomSession } from "@/app/_trpc/room-console";
import type { Standing } from "@/domain/room/next";

/** What the choice of a step depends on, of a session as hosts see it. */
export function standingOf({ view, state, questions, findings, askAgain }: RoomSession): Standing {
  return {
    phase: view.phase,
    question: state.question,
    questions: questions.length,
    finding: state.finding,
    findings,
    askAgain: askAgain.possible,
  };
}
