import { givenOf } from "@/app/_components/answer-fields/answered";
import type { Manifest } from "@/domain/anonymity/manifest";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import {
  boxHere,
  papersHere,
  questionnairesHere,
  registryHere,
  withdrawnHere,
  withMeans,
} from "../../../_means";
import { holdsCredential } from "../../../_protocol/answer";
import { letGoOfClosedRounds } from "../../../_protocol/closed-rounds";
import { keptDevice, type OwnDevice, type SentResponse } from "../../../_protocol/device";
import { presentManifest } from "../../../_protocol/enrol";
import { keptParticipant, type Participant } from "../../../_protocol/enrol-here";
import { checkedPaper, type NumberedPaper } from "../../../_protocol/paper";
import { checkedQuestionnaire, checkedWindow, checkedWithdrawn } from "../../../_protocol/questionnaire";
import { catchUp } from "../../../_protocol/submission";
import { Refused, Unreachable } from "../../../_protocol/transport";
import { type Asked, presentlyAsked, withdrawalOf } from "./asked";

/** A round, or a window, with all that is needed to answer it on this device. */
export type AnswerableRound = {
  /** This device as this participant sees it; nobody else's draft or receipt is in it. */
  readonly device: OwnDevice;
  /** The name of the channel on which this participant's tabs tell one another of the draft. */
  readonly channel: string;
  readonly participant: Participant;
  readonly round: Asked;
  readonly questionnaire: Questionnaire;
  /** The version of the discussion paper that the round circulates. */
  readonly paper: NumberedPaper | null;
  readonly draft: Answers;
  readonly sent: SentResponse | null;
  /** What is still kept here of this round as it was before it was withdrawn and opened anew. */
  readonly before: { readonly questionnaire: Questionnaire; readonly answers: Answers } | null;
  /** Another device has sent a newer response, which the changes written here do not continue. */
  readonly behind: boolean;
};

/** Where a participant stands when they come to answer. */
export type Situation =
  | { readonly state: "loading" }
  | { readonly state: "nothingKept" }
  | { readonly state: "noRoundOpen"; readonly device: OwnDevice }
  | { readonly state: "noCredential"; readonly device: OwnDevice; readonly kind: Asked["kind"] }
  | ({ readonly state: "closed" } & AnswerableRound)
  | ({ readonly state: "withdrawn"; readonly copying: boolean } & AnswerableRound)
  | ({ readonly state: "open" } & AnswerableRound);

/**
 * Brings this device up to what the box holds: what was answered elsewhere, or a reply that was lost. What this device
 * keeps will do where the box cannot be asked now, but one that has just been restored keeps nothing yet.
 */
async function broughtUp(device: OwnDevice, participant: Participant, roundId: string): Promise<boolean> {
  const knows = (await device.sent(roundId)) !== null;
  try {
    return (await catchUp(boxHere(), device, participant, roundId, givenOf)).behind;
  } catch (error) {
    if (knows && (error instanceof Unreachable || error instanceof Refused)) return false;
    throw error;
  }
}

/**
 * What was written on this device before the round was withdrawn. Whoever was away while answers could be copied still finds
 * it here. Where what was asked then cannot be had now, it is offered the next time.
 */
async function writtenBefore(
  device: OwnDevice,
  manifest: Manifest,
  asked: Asked,
): Promise<AnswerableRound["before"]> {
  const earlier = [...manifest.rounds.values()].filter(
    ({ number, withdrawn }) => asked.kind === "round" && number === asked.number && withdrawn !== undefined,
  );
  for (const round of earlier.toReversed()) {
    const answers = await device.draft(round.roundId);
    if (Object.keys(givenOf(answers)).length === 0) continue;
    const questionnaire = await checkedWithdrawn(withdrawnHere(), manifest, round).catch(() => null);
    if (questionnaire !== null) return { questionnaire, answers };
  }
  return null;
}

/** What was asked, checked against the manifest. */
async function questionnaireOf(asked: Asked, manifest: Manifest): Promise<Questionnaire> {
  if (asked.kind === "window") return (await checkedWindow(manifest, asked.number)).questionnaire;
  if (asked.withdrawn !== undefined) return checkedWithdrawn(withdrawnHere(), manifest, asked);
  return (await checkedQuestionnaire(questionnairesHere(), manifest, asked.number)).questionnaire;
}

/**
 * Finds out where the participant stands, by the registry's time and not by this device's clock. Throws what the servers
 * refuse and what cannot be reached.
 */
export async function situationOn(slug: string): Promise<Situation> {
  const place = await keptDevice(slug);
  if (place === null) return { state: "nothingKept" };
  const kept = await withMeans(place, keptParticipant);
  if (kept === null) return { state: "nothingKept" };
  const device = place.of(kept.code);
  const { manifest, now } = await presentManifest(registryHere(), slug);
  const participant = await letGoOfClosedRounds(place, kept, manifest);
  const present = await presentlyAsked(manifest, now, device);
  if (present === null || !(present.open || present.written || present.copying))
    return { state: "noRoundOpen", device };
  const { round, open, copying } = present;
  const { roundId } = round;
  if (open && !holdsCredential(participant.wallet, roundId))
    return { state: "noCredential", device, kind: round.kind };
  const questionnaire = await questionnaireOf(round, manifest);
  const paper = open && round.kind === "round" ? await checkedPaper(papersHere(), slug, round) : null;
  const before = open ? await writtenBefore(device, manifest, round) : null;
  const behind = (open || copying) && (await broughtUp(device, participant, roundId));
  const [draft, sent, channel] = await Promise.all([
    device.draft(roundId),
    device.sent(roundId),
    device.channel(roundId),
  ]);
  const answerable = {
    device,
    channel,
    participant,
    round,
    questionnaire,
    paper,
    draft,
    sent,
    before,
    behind,
  };
  if (withdrawalOf(round) !== null) return { state: "withdrawn", copying, ...answerable };
  return { state: open ? "open" : "closed", ...answerable };
}
