import { type SignedResponse, sendResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { sha256 } from "@/app/(participant)/_protocol/secrets";
import type { Box } from "@/app/(participant)/_protocol/transport";
import type { Chance } from "@/bin/simulation/chance";
import { answersOf } from "@/bin/simulation/positions";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { receiptBytes } from "@/domain/anonymity/response";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { Gate } from "./gate";
import type { Ledger } from "./ledger";

export type Answering = {
  readonly box: Box;
  readonly roundId: string;
  readonly questionnaire: Questionnaire;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly chance: Chance;
  /** Whether participants have sent enough. */
  readonly enough: () => boolean;
};

/** Refusals of a box that is being killed or is busy; whoever meets one tries again. */
const PASSING = new Set(["unexpected", "busy", "too_often"]);
const PAUSE = 50;
/** How often a reply that was not shown makes a participant write something else, and a shown one is asked for again. */
const SECOND_THOUGHTS = 0.3;
const SENT_AGAIN = 0.1;

/** Sends once; whether the receipt was shown. Throws where what must be taken is refused, or the receipt is another's. */
async function shown({ box, ledger, gate }: Answering, response: SignedResponse): Promise<boolean> {
  const { entry } = response;
  const outcome = await gate.through(() => {
    ledger.sent(entry);
    return sendResponse(box, response);
  });
  if (outcome.kind === "unreachable") return false;
  if (outcome.kind === "refused") {
    if (PASSING.has(outcome.code)) return false;
    throw new Error(`revision ${entry.revision} of ${entry.key} was refused: ${outcome.code}`);
  }
  if (outcome.receipt !== toBase64Url(await sha256(receiptBytes(entry))))
    throw new Error(`the receipt of revision ${entry.revision} of ${entry.key} is another's`);
  ledger.shown(entry);
  return true;
}

/** Sends until the receipt is shown, or until whoever sends thinks again. */
async function submitted(answering: Answering, response: SignedResponse, last: boolean): Promise<void> {
  const { chance } = answering;
  while (!(await shown(answering, response))) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!last && chance.happens(SECOND_THOUGHTS)) return;
  }
  while (!last && chance.happens(SENT_AGAIN)) await shown(answering, response);
}

/**
 * Answers for these participants, one after another, each time with a new revision, at full speed until there is enough.
 * At the end each sends once more until its receipt is shown, so that what the box must hold is known to the last byte.
 */
export async function answerOn(answering: Answering, participants: readonly Participant[]): Promise<void> {
  const { roundId, questionnaire, enough } = answering;
  const send = async (index: number, revision: number, last: boolean) => {
    const participant = participants[index];
    if (participant === undefined) return;
    const { code, wallet } = participant;
    const respondent = {
      seed: `durability ${revision}`,
      participant: wallet.rounds[0]?.signature ?? "",
      round: 1,
    };
    const answers = answersOf(questionnaire, respondent);
    const response = await signedResponse(code, wallet, roundId, answers, revision);
    await submitted(answering, response, last);
  };
  let revision = 1;
  for (let index = 0; !enough(); index += 1) {
    if (index === participants.length) [index, revision] = [0, revision + 1];
    await send(index, revision, false);
  }
  for (const index of participants.keys()) await send(index, revision + 1, true);
}
