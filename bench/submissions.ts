import { type SignedResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { answersOf } from "@/bin/simulation/positions";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { percentile, rounded, sendLoad } from "./send-load";

/** How many at once, and how many submissions are timed with so many; the first load warms the server up and is not told. */
const LOADS = [
  { atOnce: 16, count: 1_000 },
  { atOnce: 1, count: 400 },
  { atOnce: 16, count: 2_000 },
  { atOnce: 64, count: 3_000 },
] as const;

const answersOfParticipant = (index: number, revision: number) =>
  answersOf(dsr2011Questionnaire, { seed: `bench ${revision}`, participant: String(index), round: 1 });

/** A participant's next response, whole as the browser signs it. */
function response(
  participant: Participant,
  roundId: string,
  index: number,
  revision: number,
): Promise<SignedResponse> {
  const { code, wallet } = participant;
  return signedResponse(code, wallet, roundId, answersOfParticipant(index, revision), revision);
}

/** Submissions with one, sixteen and sixty-four at once; all but the first of each participant are edits. */
export async function measuredSubmissions(
  baseUrl: string,
  roundId: string,
  participants: readonly Participant[],
) {
  const results = [];
  let revision = 0;
  for (const { atOnce, count } of LOADS) {
    const lanes: { path: string; body: string }[][] = Array.from({ length: atOnce }, () => []);
    for (let sent = 0; sent < count; sent += 1) {
      const index = sent % participants.length;
      const participant = participants[index];
      if (participant === undefined) throw new Error("nobody is enrolled");
      if (index === 0) revision += 1;
      const body = JSON.stringify(await response(participant, roundId, index, revision));
      // One participant's edits stay in one lane, so that none overtakes another.
      lanes[index % atOnce]?.push({ path: "/api/ballot/submit", body });
    }
    const { seconds, milliseconds } = await sendLoad({ baseUrl, lanes });
    results.push({
      atOnce,
      perSecond: rounded(count / seconds),
      p50ms: rounded(percentile(milliseconds, 0.5)),
      p99ms: rounded(percentile(milliseconds, 0.99)),
    });
  }
  return results.slice(1);
}
