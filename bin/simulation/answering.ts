import { signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { type Participant, restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { checkedQuestionnaire } from "@/app/(participant)/_protocol/questionnaire";
import { sha256 } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { loadOwnResponse, submitAnswers } from "@/app/(participant)/_protocol/submission";
import {
  type Box,
  type Questionnaires,
  type Registry,
  Unreachable,
} from "@/app/(participant)/_protocol/transport";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { parseRecoveryCode } from "@/domain/anonymity/recovery-code";
import { leafBytes } from "@/domain/anonymity/response";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { chanceOf } from "./chance";
import { themesIn } from "./open-answer";
import { persistently } from "./persistence";
import { answersOf, secondThoughts } from "./positions";
import type { RoundTruth, SeatTruth } from "./truth";

export type Answering = {
  readonly registry: Registry;
  readonly box: Box;
  readonly questionnaires: Questionnaires;
  readonly blinder: Blinder;
  readonly consultation: string;
  readonly seed: string;
  readonly round: number;
  /** Share of the enrolled that do not answer in this round, and of those who do that edit afterwards. */
  readonly staysSilent: number;
  readonly edits: number;
};

type Submission = { readonly seat: SeatTruth; readonly isEdit: boolean };

/**
 * Who sends when: an order drawn on its own, from nothing that a seat has and not from the order of enrolment. Edits come
 * at any time after the first response.
 */
function submissionsOf(
  { seed, round, staysSilent, edits }: Answering,
  seats: readonly SeatTruth[],
): Submission[] {
  const enrolled = seats.filter(({ code }) => code !== null);
  const chance = chanceOf(`${seed}/order of answering/${round}`);
  const answering = chance.shuffled(enrolled).slice(Math.floor(enrolled.length * staysSilent));
  const placed = answering.flatMap((seat) => {
    const first = { seat, isEdit: false, at: chance.next() };
    return chance.happens(edits)
      ? [first, { seat, isEdit: true, at: first.at + chance.next() * (1 - first.at) }]
      : [first];
  });
  return placed.sort((one, other) => one.at - other.at);
}

async function restored({ registry, blinder, consultation }: Answering, typed: string) {
  const code = parseRecoveryCode(typed);
  if (!("bytes" in code)) throw new Error(`The truth holds no recovery code: ${code.problem}`);
  const device = deviceOn(memoryStore(), consultation);
  const participant = await persistently(() =>
    restoreHere({ registry, blinder, device }, consultation, code.bytes),
  );
  if (participant === null) throw new Error("No wallet lies at this recovery code.");
  return { device: device.of(participant.code), participant };
}

async function truthOf(
  { code, wallet }: Participant,
  roundId: string,
  answers: Answers,
  revision: number,
): Promise<Omit<RoundTruth, "receipt" | "sentAs">> {
  const { entry } = await signedResponse(code, wallet, roundId, answers, revision);
  const leaves = Object.entries(answers).map(async ([itemId, answer]) => {
    const hash = await sha256(leafBytes(itemId, entry.salts[itemId] ?? "", answer));
    return { itemId, hash: toBase64Url(hash) };
  });
  const texts = Object.entries(answers).flatMap(([itemId, answer]) =>
    answer.kind === "text" ? [{ itemId, text: answer.text, themes: themesIn(answer.text) }] : [],
  );
  return { key: entry.key, revision, answers, leaves: await Promise.all(leaves), texts };
}

async function submitted(
  answering: Answering,
  { seat, isEdit }: Submission,
  questionnaire: Questionnaire,
  roundId: string,
): Promise<Omit<RoundTruth, "sentAs">> {
  const { box, seed, round } = answering;
  // A device that knows nothing yet, every time: the code alone restores, and the box gives back what is to be edited.
  const { device, participant } = await restored(answering, seat.code ?? "");
  const respondent = { seed, participant: seat.delegation, round };
  const own = isEdit ? await persistently(() => loadOwnResponse(box, device, participant, roundId)) : null;
  const answers =
    own === null ? answersOf(questionnaire, respondent) : secondThoughts(questionnaire, own, respondent);
  return persistently(async () => {
    const outcome = await submitAnswers(box, device, participant, roundId, answers);
    if (outcome.kind === "unreachable") throw new Unreachable();
    if (outcome.kind === "refused") throw new Error(outcome.sentence);
    const revision = (await device.sent(roundId))?.revision ?? 1;
    return { ...(await truthOf(participant, roundId, answers, revision)), receipt: outcome.receipt };
  });
}

/** Answers a round that is open, one participant after another, and gives the seats with what each did in it. */
export async function answerRound(answering: Answering, seats: readonly SeatTruth[]): Promise<SeatTruth[]> {
  const { registry, questionnaires, consultation, round } = answering;
  const manifest = await persistently(() => checkedManifest(registry, consultation));
  const opened = await persistently(() => checkedQuestionnaire(questionnaires, manifest, round));
  const done = new Map<string, RoundTruth>();
  for (const [index, submission] of submissionsOf(answering, seats).entries()) {
    const { token } = submission.seat;
    const sentAs = [...(done.get(token)?.sentAs ?? []), index + 1];
    done.set(token, {
      ...(await submitted(answering, submission, opened.questionnaire, opened.round.roundId)),
      sentAs,
    });
  }
  return seats.map((seat) => {
    const own = done.get(seat.token);
    return own === undefined ? seat : { ...seat, rounds: { ...seat.rounds, [round]: own } };
  });
}
