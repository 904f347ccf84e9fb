import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import type { Manifest } from "@/domain/anonymity/manifest";
import { Refusal } from "@/domain/refusal";
import type { Blinder } from "./blinding";
import { withoutClosedRounds } from "./closed-rounds";
import { alone, type Device, type KeptEnrolment, readable } from "./device";
import {
  checkedManifest,
  type EnrolledWallet,
  finishEnrolment,
  foundWallet,
  keepWallet,
  type Progress,
  prepareWallet,
  restoredWallet,
} from "./enrol";
import { Refused, type Registry } from "./transport";

/** What enrolling and restoring need: where to ask, who blinds, and what keeps. */
export type Means = { readonly registry: Registry; readonly blinder: Blinder; readonly device: Device };

/** A participant on this device: the recovery code's bytes and the credentials. */
export type Participant = { readonly code: Bytes; readonly wallet: EnrolledWallet };

/**
 * The participant whom this device keeps, finishing an enrolment that was cut short; null where it keeps none.
 *
 * @param read the consultation's manifest, where it has just been read and checked.
 */
export async function keptParticipant(
  { registry, blinder, device }: Means,
  read?: Manifest,
): Promise<Participant | null> {
  const kept = await device.enrolment();
  if (kept === null) return null;
  const code = fromBase64Url(kept.code);
  if (kept.wallet.stage === "enrolled") return { code, wallet: kept.wallet };
  // The wallet may not have reached the registry before the tab closed; nothing is signed until it has.
  await keepWallet(registry, code, kept.wallet);
  const manifest = read ?? (await checkedManifest(registry, kept.wallet.slug));
  try {
    const wallet = await finishEnrolment(registry, manifest, code, kept.wallet, blinder);
    await device.keepEnrolment({ code: kept.code, wallet });
    return { code, wallet };
  } catch (error) {
    if (error instanceof Refused && error.code === "already_enrolled")
      await device.keepEnrolment({ ...kept, spent: true });
    throw error;
  }
}

/** Whether an enrolment was begun under this very invitation. A finished one no longer tells. */
export const begunWith = ({ wallet }: KeptEnrolment, token: string): boolean =>
  wallet.stage === "prepared" && wallet.token === token;

/** Throws `enrolled_here_by_another` where a device keeps what this invitation's seat has no part in. */
async function refuseAnothers({ registry, device }: Means, token: string): Promise<void> {
  const kept = await device.enrolment();
  if (kept === null || kept.spent || begunWith(kept, token)) return;
  // A seat that nobody has enrolled is not the one that was enrolled here.
  const own = kept.wallet.stage === "enrolled" && (await registry.seat({ token })).enrolled;
  if (!own) throw new Refusal("enrolled_here_by_another");
}

/**
 * Enrols on this device with a new recovery code: prepares and blinds, keeps the wallet here and with the registry, and
 * only then asks for signatures. What was begun before with this code or this invitation, here, beside or with the
 * registry alone, is finished and returned instead, with its own code: the registry may have signed it. Safe to repeat
 * after any interruption. Throws `enrolled_here_by_another`.
 *
 * @param code sixteen new random bytes, already shown to the participant.
 * @param beside where this browser may have begun otherwise: its other storage.
 */
export async function enrolHere(
  means: Means,
  slug: string,
  token: string,
  code: Bytes,
  progress?: Progress,
  beside: readonly Device[] = [],
): Promise<Participant> {
  const { registry, blinder, device } = means;
  const written = toBase64Url(code);
  const finished = async (place: Device, manifest?: Manifest) => {
    const participant = await keptParticipant({ ...means, device: place }, manifest);
    if (participant === null) throw new TypeError("the device kept nothing");
    return participant;
  };
  return alone(slug, async () => {
    for (const place of [device, ...beside]) {
      const kept = await readable(place);
      if (kept !== null && (kept.code === written || begunWith(kept, token))) return finished(place);
    }
    await refuseAnothers(means, token);
    const kept = await device.enrolment();
    if (kept !== null && !kept.spent) return finished(device);
    const manifest = await checkedManifest(registry, slug);
    const wallet =
      (await foundWallet(registry, code)) ?? (await prepareWallet(manifest, code, token, blinder, progress));
    await device.keepEnrolment({ code: written, wallet });
    // While blinding took its time a round may have closed; the manifest of now tells which.
    return finished(device, manifest).catch((error: unknown) => {
      if (error instanceof Refused && error.code === "keys_changed") return finished(device);
      throw error;
    });
  });
}

/** What this browser keeps is another participant's; removing it is theirs to say. */
export class AnothersKept extends Error {
  constructor() {
    super("another participant's enrolment is kept here");
    this.name = "AnothersKept";
  }
}

/**
 * Restores on this device from the recovery code alone and keeps what it gives back. Null where no wallet lies at the
 * code's place: the code is another's, or its consultation is over. Where another's enrolment would be in the way it
 * throws `AnothersKept` and leaves everything as it was, unless `removing` says that it may go.
 *
 * @param beside the tab's own storage, which would come before the device that restores.
 */
export async function restoreHere(
  means: Means,
  slug: string,
  code: Bytes,
  { removing = false, beside = [] }: { removing?: boolean; beside?: readonly Device[] } = {},
): Promise<Participant | null> {
  const { registry, blinder, device } = means;
  const written = toBase64Url(code);
  return alone(slug, async () => {
    const restored = await restoredWallet(registry, code, blinder);
    if (restored === null || restored.wallet.slug !== slug) return null;
    const inTheWay: Device[] = [];
    for (const place of [device, ...beside]) {
      const kept = await readable(place);
      if (kept === null || kept.code === written) continue;
      if (!kept.spent && !removing) throw new AnothersKept();
      inTheWay.push(place);
    }
    for (const place of inTheWay) await place.forget();
    const wallet = withoutClosedRounds(restored.wallet, restored.manifest);
    await device.keepEnrolment({ code: written, wallet });
    return { code, wallet };
  });
}
