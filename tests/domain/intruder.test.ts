import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { drawnRound } from "../support/drawn-rounds";
import { sourceFiles } from "../support/imports";
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

/** Asks the intruder the same question of everything that is published of rounds drawn by chance. */
function ofDrawnRounds(
  runs: number,
  found: (subject: Subject, responses: readonly Answers[]) => readonly string[],
): void {
  fc.assert(
    fc.property(drawnRound, ({ questionnaire, responses }) => {
      const subjects = read(publishedRound(questionnaire, responses), questionnaire);
      expect(subjects.flatMap((subject) => found(subject, responses))).toEqual([]);
    }),
    { numRuns: runs },
  );
}

/**
 * Of a ranking of four options or more, two who differ from all others may in rare rounds find that these agree on a pair,
 * though no word says so: the threat model admits it.
 */
const isUpToThreeOptions = ({ ofPairs, tables }: Subject) => !ofPairs || tables.length <= 3;

describe("an intruder who has the release of a round", () => {
  it("[D40] and the answers of any two participants finds out nobody else's", { timeout: 120_000 }, () => {
    ofDrawnRounds(200, (subject, responses) =>
      isUpToThreeOptions(subject)
        ? pairsOf(subject, responses).flatMap((pair) => answersExposed(subject, pair))
        : [],
    );
  });

  it("[D41] works out no hidden count, and none of one or two", { timeout: 120_000 }, () => {
    ofDrawnRounds(200, countsTold);
  });

  it("[D42] is told nothing that is untrue", { timeout: 120_000 }, () => {
    ofDrawnRounds(200, untruths);
  });

  it("[D43] reads each range exactly as far as words and figures leave it", { timeout: 120_000 }, () => {
    ofDrawnRounds(200, rangesAmiss);
  });

  it("[D41] shares no code with the product, only the shape of what is published", () => {
    const files = sourceFiles().filter(({ path }) => path.startsWith("tests/support/intruder/"));
    const shared = files.flatMap(({ imports }) =>
      imports.filter(({ target, typeOnly }) => !typeOnly && !target.startsWith("tests/support/intruder/")),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(shared).toEqual([]);
  });
});
