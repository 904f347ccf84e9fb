import { generateKeyPairSync, randomBytes } from "node:crypto";
import { ownResponse, sendResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { enrolHere } from "@/app/(participant)/_protocol/enrol-here";
import { checkedQuestionnaire } from "@/app/(participant)/_protocol/questionnaire";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { boxAt, questionnairesAt, registryAt } from "@/app/(participant)/_protocol/transport";
import { answersOf } from "@/bin/simulation/positions";
import { signBlinded } from "@/server/enrolment/blind-signature";
import { rounded } from "./send-load";
import { cpuOf } from "./server-cost";
import type { Stage } from "./stage";

/** Everything one participant asks of the servers, in a browser's order, pages included and their assets not. */
async function participate(baseUrl: string, { slug, roundId }: Stage, token: string, blinder: Blinder) {
  const registry = registryAt(baseUrl);
  const box = boxAt(baseUrl);
  const page = async (path: string) => void (await (await fetch(new URL(path, baseUrl))).text());
  await page(`/c/${slug}/join`);
  await registry.seat({ token });
  const means = { registry, blinder, device: deviceOn(memoryStore(), slug) };
  const { code, wallet } = await enrolHere(means, slug, token, newCode());
  await page(`/c/${slug}/answer`);
  const manifest = await checkedManifest(registry, slug);
  const { questionnaire } = await checkedQuestionnaire(questionnairesAt(baseUrl), manifest, 1);
  await ownResponse(box, code, wallet, roundId);
  const answers = answersOf(questionnaire, { seed: "bench", participant: token, round: 1 });
  const outcome = await sendResponse(box, await signedResponse(code, wallet, roundId, answers, 1));
  if (outcome.kind !== "accepted") throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
}

/** Participations that warm the server up before the others are measured. */
const WARMING = 20;

/** Processor milliseconds of the server side (web process and both clusters) per completed participation. */
export async function measuredParticipation(
  baseUrl: string,
  stage: Stage,
  tokens: readonly string[],
  blinder: Blinder,
  processes: readonly number[],
) {
  const measured = tokens.slice(WARMING);
  for (const token of tokens.slice(0, WARMING)) await participate(baseUrl, stage, token, blinder);
  const before = cpuOf(processes);
  for (const token of measured) await participate(baseUrl, stage, token, blinder);
  return rounded((cpuOf(processes) - before) / measured.length);
}

/** Processor milliseconds of one blind signature, checked as the registry checks it. */
export function measuredSigning(): number {
  const COUNT = 100;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 3_072 });
  const messages = Array.from({ length: COUNT }, () => {
    const message = randomBytes(384);
    message[0] = 1; // below any modulus of this length
    return message;
  });
  const before = process.cpuUsage();
  for (const message of messages) signBlinded(privateKey, message);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / COUNT / 10) / 100;
}
