import { signedResponse } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  type EnrolledWallet,
  finishEnrolment,
  keepWallet,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { Refused, type Registry } from "@/app/(participant)/_protocol/transport";
import type { Bytes } from "@/domain/anonymity/encoding";
import type { KeyPurpose } from "@/domain/anonymity/manifest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import type { Scene } from "./scene";

export type Participant = { readonly code: Bytes; readonly wallet: EnrolledWallet };

/** The registry whose expected "no" to a request for signatures comes as a browser's transport throws it. */
export function inWords(registry: Registry): Registry {
  return {
    ...registry,
    issue: (input) =>
      registry.issue(input).catch((error: unknown) => {
        const cause = error instanceof Error ? error.cause : null;
        throw cause instanceof Refusal ? new Refused(cause.code, String(error)) : error;
      }),
  };
}

/** Enrols one seat as a browser would, for the keys of these purposes. */
export async function enrolled(
  scene: Scene,
  token: string,
  purposes: readonly KeyPurpose[] = ["planned"],
): Promise<Participant> {
  const registry = inWords(scene.participantsRegistry());
  const whole = await checkedManifest(registry, scene.slug);
  // Blinding costs most of a test's time, so as a rule only the planned rounds' keys are used here.
  const manifest = { ...whole, keys: whole.keys.filter(({ purpose }) => purposes.includes(purpose)) };
  const code = newCode();
  const prepared = await prepareWallet(manifest, code, token, blindHere);
  await keepWallet(registry, code, prepared);
  return { code, wallet: await finishEnrolment(registry, manifest, code, prepared, blindHere) };
}

/** Enrols several seats, one after the other. */
export async function enrolledSeats(
  scene: Scene,
  count: number,
  purposes?: readonly KeyPurpose[],
): Promise<Participant[]> {
  const participants: Participant[] = [];
  for (const token of scene.tokens.slice(0, count)) participants.push(await enrolled(scene, token, purposes));
  return participants;
}

/** Submits a response as a browser would and gives its receipt. */
export async function answered(
  scene: Scene,
  { code, wallet }: Participant,
  answers: Answers,
  revision = 1,
): Promise<string> {
  const response = await signedResponse(code, wallet, scene.roundId, answers, revision);
  const { receipt } = await scene.participantsBox().submit(response);
  return receipt;
}
