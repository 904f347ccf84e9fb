import type { Manifest, ManifestRound } from "@/domain/anonymity/manifest";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { boxHere, questionnairesHere, registryHere, withMeans } from "../../../_means";
import { holdsCredential } from "../../../_protocol/answer";
import { type Device, keptDevice, type SentResponse } from "../../../_protocol/device";
import { checkedManifest } from "../../../_protocol/enrol";
import { keptParticipant, type Participant } from "../../../_protocol/enrol-here";
import { checkedQuestionnaire } from "../../../_protocol/questionnaire";
import { loadOwnResponse } from "../../../_protocol/submission";

/** A round with all that is needed to answer it on this device. */
export type AnswerableRound = {
  readonly device: Device;
  readonly participant: Participant;
  readonly round: ManifestRound;
  readonly questionnaire: Questionnaire;
  readonly draft: Answers;
  readonly sent: SentResponse | null;
};

/** Where a participant stands when they come to answer. */
export type Situation =
  | { readonly state: "loading" }
  | { readonly state: "nothingKept" }
  | { readonly state: "noRoundOpen" }
  | { readonly state: "noCredential" }
  | ({ readonly state: "closed" } & AnswerableRound)
  | ({ readonly state: "open" } & AnswerableRound);

/** The round to answer: the one that is open at this time, else the last that has opened. */
function presentRound(manifest: Manifest, now: Date): { round: ManifestRound; open: boolean } | null {
  const rounds = [...manifest.rounds.values()];
  const isOpen = ({ closedAt, closesAt }: ManifestRound) => closedAt === null && new Date(closesAt) > now;
  const open = rounds.find(isOpen);
  if (open !== undefined) return { round: open, open: true };
  const last = rounds.at(-1);
  return last === undefined ? null : { round: last, open: false };
}

/** Finds out where the participant stands. Throws what the servers refuse and what cannot be reached. */
export async function situationOn(slug: string, now: Date): Promise<Situation> {
  const device = await keptDevice(slug);
  if (device === null) return { state: "nothingKept" };
  const participant = await withMeans(device, keptParticipant);
  if (participant === null) return { state: "nothingKept" };
  const manifest = await checkedManifest(registryHere(), slug);
  const present = presentRound(manifest, now);
  if (present === null) return { state: "noRoundOpen" };
  const { round, open } = present;
  const draftBefore = await device.draft(round.roundId);
  if (!open && Object.keys(draftBefore).length === 0) return { state: "noRoundOpen" };
  if (!holdsCredential(participant.wallet, round.roundId)) return { state: "noCredential" };
  const { questionnaire } = await checkedQuestionnaire(questionnairesHere(), manifest, round.number);
  // A device that has just been restored fetches what was answered elsewhere.
  if (open && (await device.sent(round.roundId)) === null)
    await loadOwnResponse(boxHere(), device, participant, round.roundId);
  const [draft, sent] = await Promise.all([device.draft(round.roundId), device.sent(round.roundId)]);
  return { state: open ? "open" : "closed", device, participant, round, questionnaire, draft, sent };
}
