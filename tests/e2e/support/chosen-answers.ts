import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { submitAnswers } from "@/app/(participant)/_protocol/submission";
import { boxAt, registryAt } from "@/app/(participant)/_protocol/transport";
import { readTruth } from "@/bin/simulation/truth";
import { parseRecoveryCode } from "@/domain/anonymity/recovery-code";
import type { Answers } from "@/domain/questionnaire/questionnaire";

/**
 * Sends these answers, one response each, for participants whom the simulation has enrolled: as it would itself, but with
 * answers that the test chooses. Fails where fewer have enrolled.
 */
export async function sendChosen(
  { slug, roundId, truth }: { readonly slug: string; readonly roundId: string; readonly truth: string },
  chosen: readonly Answers[],
): Promise<void> {
  const url = process.env.BASE_URL ?? "";
  const registry = registryAt(url);
  const codes = (readTruth(truth)?.seats ?? []).flatMap(({ code }) => (code === null ? [] : [code]));
  for (const [index, answers] of chosen.entries()) {
    const code = parseRecoveryCode(codes[index] ?? "");
    if (!("bytes" in code)) throw new Error(`only ${codes.length} have enrolled`);
    const place = deviceOn(memoryStore(), slug);
    const participant = await restoreHere({ registry, blinder: blindHere, device: place }, slug, code.bytes);
    if (participant === null) throw new Error("no wallet lies at this code");
    const device = place.of(participant.code);
    const outcome = await submitAnswers(boxAt(url), device, participant, roundId, answers);
    if (outcome.kind !== "accepted")
      throw new Error(`response ${index + 1} was not accepted: ${outcome.kind}`);
  }
}
