import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import type { Blinder } from "./blinding";
import { alone, type Device } from "./device";
import {
  checkedManifest,
  type EnrolledWallet,
  finishEnrolment,
  keepWallet,
  type Progress,
  prepareWallet,
  restoredWallet,
} from "./enrol";
import type { Registry } from "./transport";

/** What enrolling and restoring need: where to ask, who blinds, and what keeps. */
export type Means = { readonly registry: Registry; readonly blinder: Blinder; readonly device: Device };

/** A participant on this device: the recovery code's bytes and the credentials. */
export type Participant = { readonly code: Bytes; readonly wallet: EnrolledWallet };

/** The participant whom this device keeps, finishing an enrolment that was cut short; null where it keeps none. */
export async function keptParticipant({ registry, blinder, device }: Means): Promise<Participant | null> {
  const kept = await device.enrolment();
  if (kept === null) return null;
  const code = fromBase64Url(kept.code);
  if (kept.wallet.stage === "enrolled") return { code, wallet: kept.wallet };
  // The wallet may not have reached the registry before the tab closed; nothing is signed until it has.
  await keepWallet(registry, code, kept.wallet);
  const manifest = await checkedManifest(registry, kept.wallet.slug);
  const wallet = await finishEnrolment(registry, manifest, code, kept.wallet, blinder);
  await device.keepEnrolment({ code: kept.code, wallet });
  return { code, wallet };
}

/**
 * Enrols on this device with a new recovery code: prepares and blinds, keeps the wallet here and with the registry, and
 * only then asks for signatures. Where this device already keeps an enrolment, that one is finished and returned, with
 * its own code. Safe to repeat after any interruption.
 *
 * @param code sixteen new random bytes, already shown to the participant.
 */
export async function enrolHere(
  means: Means,
  slug: string,
  token: string,
  code: Bytes,
  progress?: Progress,
): Promise<Participant> {
  const { registry, blinder, device } = means;
  return alone(slug, async () => {
    if ((await device.enrolment()) === null) {
      const manifest = await checkedManifest(registry, slug);
      const wallet = await prepareWallet(manifest, code, token, blinder, progress);
      await device.keepEnrolment({ code: toBase64Url(code), wallet });
    }
    const participant = await keptParticipant(means);
    if (participant === null) throw new TypeError("the device kept nothing");
    return participant;
  });
}

/**
 * Restores on this device from the recovery code alone and keeps what it gives back. Null where no wallet lies at the
 * code's place: the code is another's, or its consultation is over.
 */
export async function restoreHere(means: Means, slug: string, code: Bytes): Promise<Participant | null> {
  const { registry, blinder, device } = means;
  return alone(slug, async () => {
    const restored = await restoredWallet(registry, code, blinder);
    if (restored === null || restored.wallet.slug !== slug) return null;
    await device.keepEnrolment({ code: toBase64Url(code), wallet: restored.wallet });
    return { code, wallet: restored.wallet };
  });
}
