import { makeRelease } from "@/domain/disclosure/release";
import { largestRound } from "@/tests/support/largest-round";

/** Milliseconds to make the release of the largest questionnaire, disclosure control and its audit included. */
export function measuredAudit(): number {
  const { questionnaire, tally } = largestRound();
  const before = performance.now();
  makeRelease(questionnaire, tally, { invited: 60, issued: 60, replaced: 0 }, {});
  return Math.round(performance.now() - before);
}
