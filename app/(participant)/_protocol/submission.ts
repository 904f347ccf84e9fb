import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { type ResponseEntry, receiptBytes } from "@/domain/anonymity/response";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { type Outcome, ownResponse, sendResponse, signedResponse } from "./answer";
import { alone, type OwnDevice, type SentResponse } from "./device";
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
  device: OwnDevice,
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
  device: OwnDevice,
  { code, wallet }: Participant,
  roundId: string,
): Promise<Answers | null> {
  const entry = await ownResponse(box, code, wallet, roundId);
  if (entry === null) return null;
  await device.keepSent(roundId, await asSent(entry));
  if (isEmpty(await device.draft(roundId))) await device.keepDraft(roundId, entry.answers);
  return entry.answers;
}

/** A response that the box holds, as a device keeps it. */
async function asSent(entry: ResponseEntry): Promise<SentResponse> {
  const receipt = toBase64Url(await sha256(receiptBytes(entry)));
  return { revision: entry.revision, answers: entry.answers, receipt };
}

const isEmpty = (answers: Answers) => Object.keys(answers).length === 0;

/**
 * Looks in the box, on arrival, for what this device does not know of: a reply that was lost, or a newer response from
 * another device. What it finds is kept as sent, and as the draft too where nothing was changed since the last was sent.
 * Answers that were changed and not sent stay as they are; `behind` then says that they do not continue the newest.
 *
 * @param given what of a draft would be sent.
 */
export async function catchUp(
  box: Box,
  device: OwnDevice,
  { code, wallet }: Participant,
  roundId: string,
  given: (draft: Answers) => Answers = (draft) => draft,
): Promise<{ behind: boolean }> {
  const entry = await ownResponse(box, code, wallet, roundId);
  return alone(wallet.slug, async () => {
    const [draft, before] = [given(await device.draft(roundId)), await device.sent(roundId)];
    if (entry === null || (before !== null && isKnown(before, entry))) return { behind: false };
    await device.keepSent(roundId, await asSent(entry));
    const written = canonicalJson(draft);
    if (written === canonicalJson(entry.answers)) return { behind: false };
    const changed = !isEmpty(draft) && (before === null || written !== canonicalJson(before.answers));
    // Without a receipt the last was never known to be taken, so that it too is only written here.
    if (changed || (before !== null && before.receipt === null)) return { behind: true };
    await device.keepDraft(roundId, entry.answers);
    return { behind: false };
  });
}

/** Whether a device has this response, or a later one, as sent; one without a receipt was perhaps never taken. */
const isKnown = ({ revision, receipt }: SentResponse, entry: ResponseEntry) =>
  revision > entry.revision || (revision === entry.revision && receipt !== null);
