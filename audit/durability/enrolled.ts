import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  finishEnrolment,
  keepWallet,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { registryAt } from "@/app/(participant)/_protocol/transport";

/** Seats enrolled at the same time. */
const LANES = 4;

/** Enrols the seats of these tokens for one round alone: blinding for the keys of all others would take most of a run. */
export async function enrolledFor(
  baseUrl: string,
  { slug, roundId }: { readonly slug: string; readonly roundId: string },
  tokens: readonly string[],
  blinder: Blinder,
): Promise<Participant[]> {
  const registry = registryAt(baseUrl);
  const whole = await checkedManifest(registry, slug);
  const manifest = { ...whole, keys: whole.keys.filter((key) => key.roundId === roundId) };
  const participants: Participant[] = [];
  const waiting = [...tokens];
  const lane = async () => {
    for (let token = waiting.shift(); token !== undefined; token = waiting.shift()) {
      const code = newCode();
      const prepared = await prepareWallet(manifest, code, token, blinder);
      await keepWallet(registry, code, prepared);
      participants.push({ code, wallet: await finishEnrolment(registry, manifest, code, prepared, blinder) });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return participants;
}
