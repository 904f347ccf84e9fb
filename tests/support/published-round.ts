import type { Solver } from "@/domain/disclosure/programme";
import { makeRelease } from "@/domain/disclosure/release";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally } from "@/domain/tally/tally";

/** What the product publishes of a round with these responses. */
export function publishedRound(
  questionnaire: Questionnaire,
  responses: readonly Answers[],
  solver?: Solver,
): string {
  const tally = emptyTally(questionnaire);
  for (const answers of responses) addResponse(tally, answers, 1);
  const seats = responses.length;
  return JSON.stringify(
    makeRelease(questionnaire, tally, { invited: seats, issued: seats, replaced: 0 }, {}, solver),
  );
}
