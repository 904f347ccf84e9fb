import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { receiptBytes } from "@/domain/anonymity/response";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { type Outcome, ownResponse, sendResponse, signedResponse } from "./answer";
import { alone, type Device, type SentResponse } from "./device";
import type { Participant } from "./enrol-here";
import { sha256 } from "./secrets";
import type { Box } from "./transport";

/**
 * The revision under which answers go out. What was sent before goes out as the same revision, with the same bytes, since
 * its reply may be all that was lost; changed answers take the next one, whether or not the last was answered.
 */
export function revisionFor(sent: SentResponse | null, answers: Answers): number {
  if (sent === null) return 1;
  return canonicalJson(sent.answers) === canonicalJson(answers) ? sent.revision : sent.revision + 1;
}

/**
 * Submits answers to a round and keeps on this device what was sent and its receipt. After `unreachable` the same call
 * sends the same response again. After the refusal `revision_older` another device has sent a newer one: load it with
 * `loadOwnResponse`. After `round_closed` the draft stays, so that the participant can copy it.
 */
export async function submitAnswers(
  box: Box,
  device: Device,
  { code, wallet }: Participant,
  roundId: string,
  answers: Answers,
): Promise<Outcome> {
  return alone(wallet.slug, async () => {
    const before = await device.sent(roundId);
    const revision = revisionFor(before, answers);
    const response = await signedResponse(code, wallet, roundId, answers, revision);
    await device.keepSent(roundId, { revision, answers, receipt: null });
    const outcome = await sendResponse(box, response);
    if (outcome.kind === "accepted")
      await device.keepSent(roundId, { revision, answers, receipt: outcome.receipt });
    // What the box refused never was a revision; the one before it still is.
    if (outcome.kind === "refused") await device.keepSent(roundId, before);
    return outcome;
  });
}

/**
 * Reads the participant's own response of a round back from the box and keeps it as sent, for editing here. A draft
 * already begun on this device stays. Null where the box holds none.
 */
export async function loadOwnResponse(
  box: Box,
  device: Device,
  { code, wallet }: Participant,
  roundId: string,
): Promise<Answers | null> {
  const entry = await ownResponse(box, code, wallet, roundId);
  if (entry === null) return null;
  const receipt = toBase64Url(await sha256(receiptBytes(entry)));
  await device.keepSent(roundId, { revision: entry.revision, answers: entry.answers, receipt });
  if (Object.keys(await device.draft(roundId)).length === 0) await device.keepDraft(roundId, entry.answers);
  return entry.answers;
}
