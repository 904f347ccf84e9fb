import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { boxAt, questionnairesAt, registryAt } from "@/app/(participant)/_protocol/transport";
import { answerRound } from "./answering";
import { enrolSeats } from "./enrolment";
import { readTruth, type Truth, writeTruth } from "./truth";

export type SimulationOptions = {
  /** Where the instance is served, such as http://localhost:3000. */
  readonly url: string;
  /** The consultation's slug. */
  readonly consultation: string;
  /** Decides who enrols, who answers, when, and what. Not the keys and codes: those are random. */
  readonly seed: string;
  /** The file that keeps the truth; `enrol` writes it, `answer` adds to it. */
  readonly truthFile: string;
  readonly blinder: Blinder;
  /** How many enrol at the same time. */
  readonly lanes: number;
};

/** Shares of a panel that behave as panels do. */
const STAYS_AWAY = 0.08;
const STAYS_SILENT = 0.1;
const EDITS = 0.12;

/**
 * Enrols the seats of these invitations over HTTP and writes the truth file, adding to one that is already there. Seats
 * that it already holds are left as they are.
 */
export async function simulateEnrolment(
  options: SimulationOptions,
  tokens: readonly string[],
): Promise<Truth> {
  const { url, consultation, seed, truthFile, blinder, lanes } = options;
  const before = readTruth(truthFile)?.seats ?? [];
  const known = new Set(before.map(({ token }) => token));
  const fresh = await enrolSeats(
    { registry: registryAt(url), blinder, consultation, seed, lanes, staysAway: STAYS_AWAY },
    tokens.filter((token) => !known.has(token)),
  );
  const truth = { consultation, seed, seats: [...before, ...fresh] };
  writeTruth(truthFile, truth);
  return truth;
}

/** Answers an open round over HTTP, from the recovery codes in the truth file, and adds what was done to that file. */
export async function simulateAnswers(options: SimulationOptions, round: number): Promise<Truth> {
  const { url, consultation, seed, truthFile, blinder } = options;
  const before = readTruth(truthFile);
  if (before === null) throw new Error(`There is no truth at ${truthFile}: enrol first.`);
  const seats = await answerRound(
    {
      registry: registryAt(url),
      box: boxAt(url),
      questionnaires: questionnairesAt(url),
      blinder,
      consultation,
      seed,
      round,
      staysSilent: STAYS_SILENT,
      edits: EDITS,
    },
    before.seats,
  );
  const truth = { ...before, seats };
  writeTruth(truthFile, truth);
  return truth;
}
