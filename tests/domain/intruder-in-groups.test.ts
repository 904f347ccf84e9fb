import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { loadSolver } from "@/server/releases/solver";
import { drawnBreakdown } from "../support/drawn-breakdowns";
import {
  answersExposed,
  countsTold,
  pairsOf,
  rangesAmiss,
  read,
  untruths,
} from "../support/intruder/intruder";
import type { Subject } from "../support/intruder/subject";
import { publishedRound } from "../support/published-round";

const solver = await loadSolver();

type Found = (subject: Subject, responses: readonly Answers[]) => readonly string[];

/** Asks the intruder all these questions of what is published of rounds with groups, drawn by chance. */
function ofDrawnBreakdowns(...questions: Found[]): void {
  let withGroups = 0;
  fc.assert(
    fc.property(drawnBreakdown, ({ questionnaire, responses }) => {
      const subjects = read(publishedRound(questionnaire, responses, solver), questionnaire);
      withGroups += subjects.length > 1 ? 1 : 0;
      const found = questions.flatMap((ask) => subjects.flatMap((subject) => ask(subject, responses)));
      expect(found).toEqual([]);
    }),
    { numRuns: 60 },
  );
  // Rounds of which no group is shown prove little.
  expect(withGroups).toBeGreaterThan(5);
}

describe("an intruder who has a release with groups", { timeout: 180_000 }, () => {
  it("[D40, D49] finds out nobody, in a group shown, in one withheld or in none", () => {
    ofDrawnBreakdowns((subject, responses) =>
      pairsOf(subject, responses).flatMap((pair) => answersExposed(subject, pair)),
    );
  });

  it("[D41, D42, D43, D49] works out no count, and reads what is true, as far as the rest leaves it", () => {
    ofDrawnBreakdowns(countsTold, untruths, rangesAmiss);
  });
});
