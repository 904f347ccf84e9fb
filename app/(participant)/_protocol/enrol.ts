import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { type Manifest, readManifest } from "@/domain/anonymity/manifest";
import { credentialMessage } from "@/domain/anonymity/response";
import { closedAtOf, hasOpened } from "@/domain/anonymity/standing";
import type { FinishedRound, PreparedRound, Wallet } from "@/domain/anonymity/wallet";
import type { Blinder } from "./blinding";
import { verifierOf } from "./ed25519";
import { locatorOf, openedWallet, roundKeyOf, sealedWallet, sha256 } from "./secrets";
import { Refused, type Registry } from "./transport";

export type PreparedWallet = Extract<Wallet, { stage: "prepared" }>;
export type EnrolledWallet = Extract<Wallet, { stage: "enrolled" }>;

/** How far blinding has come: so many of so many keys. */
export type Progress = (done: number, of: number) => void;

/** Reads a consultation's manifest and checks it: signatures, chain, keys never replaced. With the registry's time. */
export async function presentManifest(
  registry: Registry,
  slug: string,
): Promise<{ manifest: Manifest; now: Date }> {
  const { entries, publicKey, now } = await registry.log({ slug });
  return { manifest: await readManifest(entries, sha256, verifierOf(publicKey)), now: new Date(now) };
}

/** The checked manifest alone. */
export const checkedManifest = async (registry: Registry, slug: string): Promise<Manifest> =>
  (await presentManifest(registry, slug)).manifest;

/**
 * Makes and blinds the messages for every key whose round is not closed. Asks for no signature: `keepWallet` must have
 * stored what this returns before `finishEnrolment` does.
 */
export async function prepareWallet(
  manifest: Manifest,
  code: Bytes,
  token: string,
  blinder: Blinder,
  progress: Progress = () => undefined,
): Promise<PreparedWallet> {
  const { consultationId, slug } = manifest;
  const keys = manifest.keys.filter(({ roundId }) => closedAtOf(manifest, roundId) === null);
  const rounds: PreparedRound[] = [];
  for (const { roundId, publicKey } of keys) {
    progress(rounds.length, keys.length);
    const { publicKey: ownKey } = await roundKeyOf(code, consultationId, roundId);
    const { randomizer, blinded, inverse } = await blinder.blind(
      publicKey,
      credentialMessage(consultationId, roundId, ownKey),
    );
    rounds.push({
      roundId,
      randomizer: toBase64Url(randomizer),
      blinded: toBase64Url(blinded),
      inverse: toBase64Url(inverse),
    });
  }
  progress(keys.length, keys.length);
  return { version: 1, stage: "prepared", slug, consultationId, token, rounds };
}

/** Stores a wallet with the registry, sealed under its code, where only the code finds it. */
export async function keepWallet(registry: Registry, code: Bytes, wallet: Wallet): Promise<void> {
  const ciphertext = toBase64Url(await sealedWallet(code, wallet));
  const { consultationId } = wallet;
  await registry.putWallet({ consultationId, locator: await locatorOf(code), ciphertext });
}

/** The wallet of a code, or null where the registry has none for it. */
export async function foundWallet(registry: Registry, code: Bytes): Promise<Wallet | null> {
  const { ciphertext } = await registry.getWallet({ locator: await locatorOf(code) });
  return ciphertext === null ? null : openedWallet(code, fromBase64Url(ciphertext));
}

/**
 * The signatures of these rounds. Where a lost code is replaced the registry signs for none that has opened; then it is
 * asked once more without those, and they are left out.
 */
async function signaturesOf(
  registry: Registry,
  manifest: Manifest,
  token: string,
  rounds: readonly PreparedRound[],
) {
  const asked = async (signed: readonly PreparedRound[]) => {
    const blinded = signed.map(({ roundId, blinded }) => ({ roundId, blinded }));
    return { signed, ...(await registry.issue({ token, blinded })) };
  };
  try {
    return await asked(rounds);
  } catch (error) {
    const unopened = rounds.filter(({ roundId }) => !hasOpened(manifest, roundId));
    if (!(error instanceof Refused && error.code === "keys_changed") || unopened.length === rounds.length)
      throw error;
    return asked(unopened);
  }
}

/**
 * Asks for the signatures of a prepared wallet, finalizes and verifies each, and stores the finished wallet, which no
 * longer holds the token. Safe to repeat after any interruption: the same blinded messages get the same signatures.
 */
export async function finishEnrolment(
  registry: Registry,
  manifest: Manifest,
  code: Bytes,
  wallet: PreparedWallet,
  blinder: Blinder,
): Promise<EnrolledWallet> {
  const { consultationId, slug, token } = wallet;
  // A round that closed between blinding and now has nothing left to enrol for.
  const open = wallet.rounds.filter(({ roundId }) => closedAtOf(manifest, roundId) === null);
  const { signed, signatures } = await signaturesOf(registry, manifest, token, open);
  const rounds: FinishedRound[] = [];
  for (const prepared of signed) {
    const { roundId } = prepared;
    const issued = signatures.find((round) => round.roundId === roundId);
    const key = manifest.keys.find((round) => round.roundId === roundId);
    // The finished wallet takes this one's place, so a round left out here would be lost for good.
    if (issued === undefined || key === undefined) throw new TypeError("no signature for a round asked for");
    const { publicKey: ownKey } = await roundKeyOf(code, consultationId, roundId);
    const credential = await blinder.finalize(
      key.publicKey,
      credentialMessage(consultationId, roundId, ownKey),
      {
        randomizer: fromBase64Url(prepared.randomizer),
        blinded: fromBase64Url(prepared.blinded),
        inverse: fromBase64Url(prepared.inverse),
      },
      fromBase64Url(issued.signature),
    );
    rounds.push({ roundId, randomizer: prepared.randomizer, signature: toBase64Url(credential) });
  }
  const enrolled: EnrolledWallet = { version: 1, stage: "enrolled", slug, consultationId, rounds };
  await keepWallet(registry, code, enrolled);
  return enrolled;
}

/**
 * What a recovery code alone gives back: the finished wallet, completing an enrolment that was cut short. Null where no
 * wallet lies at the code's place.
 */
export async function restoredWallet(
  registry: Registry,
  code: Bytes,
  blinder: Blinder,
): Promise<{ wallet: EnrolledWallet; manifest: Manifest } | null> {
  const wallet = await foundWallet(registry, code);
  if (wallet === null) return null;
  const manifest = await checkedManifest(registry, wallet.slug);
  if (wallet.stage === "enrolled") return { wallet, manifest };
  return { manifest, wallet: await finishEnrolment(registry, manifest, code, wallet, blinder) };
}
