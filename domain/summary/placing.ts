import type { AskedRound } from "@/domain/questionnaire/lineage";
import type { Evidence } from "@/domain/report/evidence";
import type { SummaryPlace } from "./arrangement";
import { saidOf } from "./said";

/** Everything that a summary can point at, and the questionnaires of its rounds. */
export type SummaryBasis = {
  readonly evidence: readonly Evidence[];
  readonly asked: readonly AskedRound[];
};

/** Why something is reported in the detail alone. */
export type LeftToDetail = "tooFew" | "openAnswers" | "askedAgain" | "chosen";

/** What a piece of evidence is about, whichever round asked it. */
const topicOf = ({ key }: Evidence): string => key.replace(/^(\w+)\/\d+\//, "$1/");

/** Whether a later round that could be reported asked the same: what stands in the summary is what was found last. */
function askedAgain(one: Evidence, { evidence }: SummaryBasis): boolean {
  return evidence.some(
    (other) => other.round > one.round && topicOf(other) === topicOf(one) && saidOf(other) !== "tooFew",
  );
}

/** Whether it answers the last of several agenda questions of its round, where consultations ask for the next steps. */
function isOfLastQuestion({ round, agendaQuestionId }: Evidence, { asked }: SummaryBasis): boolean {
  const questions = asked.find(({ number }) => number === round)?.questionnaire.agendaQuestions ?? [];
  return questions.length > 1 && questions.at(-1)?.id === agendaQuestionId;
}

/** Where it stands until somebody moves it. */
export function defaultPlace(one: Evidence, basis: SummaryBasis): SummaryPlace {
  const said = saidOf(one);
  if (said === "tooFew" || said === "openAnswers" || askedAgain(one, basis)) return "annex";
  const elsewhere = isOfLastQuestion(one, basis) ? "steps" : "roles";
  if (said === "theme") return elsewhere === "steps" ? "steps" : "concerns";
  const ofScale = one.block.kind === "finding" && one.block.finding.kind === "scale";
  if (!ofScale) return elsewhere;
  return said === "divergent" ? "divergence" : "convergence";
}

/** Why a piece of evidence cannot stand in a place. */
export type Barred = "divergence_not_convergence" | "divergence_left_out";

/**
 * Why it cannot stand there, or null. Where views differed, no heading says that they came together, and the summary does
 * not pass over it: unless a later round asked again, and is reported.
 */
export function barredFrom(one: Evidence, place: SummaryPlace, basis: SummaryBasis): Barred | null {
  if (saidOf(one) !== "divergent") return null;
  if (place === "convergence") return "divergence_not_convergence";
  return place === "annex" && !askedAgain(one, basis) ? "divergence_left_out" : null;
}

/** Why what stands in the annex is not in the summary. */
export function whyInAnnex(one: Evidence, basis: SummaryBasis): LeftToDetail {
  const said = saidOf(one);
  if (said === "tooFew" || said === "openAnswers") return said;
  return askedAgain(one, basis) ? "askedAgain" : "chosen";
}
