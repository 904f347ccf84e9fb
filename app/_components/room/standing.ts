import type { RoomSession } from "@/app/_trpc/room-console";
import type { Standing } from "@/domain/room/next";

/** What the choice of a step depends on, of a session as hosts see it. */
export function standingOf(session: RoomSession): Standing {
  const { view, state, situation, questions, findings, askAgain } = session;
  return {
    phase: view.phase,
    question: state.question,
    questions: questions.length,
    finding: state.finding,
    findings,
    extendedByRule: situation.extendedByRule,
    askAgain: askAgain.possible,
  };
}
