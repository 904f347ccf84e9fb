import { fork } from "node:child_process";
import { once } from "node:events";
import { signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { miscounts } from "@/audit/durability/count";
import { answersOf } from "@/bin/simulation/positions";
import { connectBallot, connectRegistry } from "@/db/connect";
import { dsr2011Questionnaire as questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import type { Arrived, Race } from "./race";
import { percentile, rounded } from "./send-load";

/** Half of all send within so many milliseconds before and after the moment of the close, at once as far as a server can tell. */
const BURST = 500;
/** The others send evenly until so many milliseconds after it, so that some meet the close whenever it is done. */
const UNTIL = 15_000;
/** Those who have answered before: with fewer the rule extends a round instead of closing it. */
const EARLY = 10;

/** What a round holds is asked of both databases. */
type Stored = { readonly registryUrl: string; readonly ballotUrl: string; readonly roundId: string };

/** Responses of all participants to a round, as their browsers sign them. */
export const responsesOf = (participants: readonly Participant[], roundId: string) =>
  Promise.all(
    participants.map(({ code, wallet }, index) => {
      const respondent = { seed: "bench room", participant: String(index), round: 1 };
      return signedResponse(code, wallet, roundId, answersOf(questionnaire, respondent), 1);
    }),
  );
type Responses = Awaited<ReturnType<typeof responsesOf>>;

/** Milliseconds after the moment of the close, less than nothing before it, at which the one of this index sends. */
function afterMoment(index: number, of: number): number {
  if (index < EARLY) return -2_000;
  const half = of / 2;
  if (index < half) return -BURST + (2 * BURST * (index - EARLY)) / (half - EARLY);
  return BURST + ((UNTIL - BURST) * (index - half)) / half;
}

/**
 * Has these sent from a process of its own around the moment that `begin` gives, by turns to each address: a few well before,
 * as a round of fewer is not closed by hand, half in a burst, and the others until it must have closed.
 */
export async function raced(
  urls: readonly string[],
  responses: Responses,
  begin: () => Promise<number>,
): Promise<{ arrived: Arrived[]; moment: number }> {
  const sender = fork("bench/race.ts", [], { execArgv: ["--import", "tsx"] });
  try {
    await once(sender, "message");
    const submissions = responses.map((response, index) => ({
      url: urls[index % urls.length] ?? "",
      body: JSON.stringify(response),
      after: afterMoment(index, responses.length),
    }));
    const moment = await begin();
    sender.send({ path: "/api/ballot/submit", moment, submissions } satisfies Race);
    const [arrived] = (await once(sender, "message")) as [Arrived[]]; // sent by race.ts
    return { arrived, moment };
  } finally {
    sender.kill();
  }
}

/** What became of a race: throws where one submission was neither counted nor told that the round has closed. */
export async function judged(
  arrived: readonly Arrived[],
  responses: Responses,
  moment: number,
  { registryUrl, ballotUrl, roundId }: Stored,
) {
  const accepted = arrived.filter(({ refusal }) => refusal === null);
  const closed = arrived.filter(({ refusal }) => refusal === "round_closed");
  const others = arrived.filter(({ refusal }) => refusal !== null && refusal !== "round_closed");
  const entries = responses.flatMap(({ entry }, index) => (arrived[index]?.refusal === null ? [entry] : []));
  const [registry, ballot] = [connectRegistry(registryUrl), connectBallot(ballotUrl)];
  const miscounted = await miscounts(
    { registry: registry.db, ballot: ballot.db, roundId, questionnaire },
    entries,
  ).finally(() => Promise.all([registry.end(), ballot.end()]));
  const milliseconds = arrived.map(({ sentAt, answeredAt }) => answeredAt - sentAt);
  const since = (times: readonly number[]) => rounded(Math.max(...times) - moment);
  return {
    participants: arrived.length,
    accepted: accepted.length,
    refusedAsClosed: closed.length,
    otherErrors: others.map(({ status, refusal }) => `${status} ${refusal}`),
    /** Where the release and its leaves are those of the accepted, to the byte, nothing is here. */
    miscounted,
    lastAcceptedAfterTheStepMs: since(accepted.map(({ answeredAt }) => answeredAt)),
    p50ms: rounded(percentile(milliseconds, 0.5)),
    p99ms: rounded(percentile(milliseconds, 0.99)),
  };
}
