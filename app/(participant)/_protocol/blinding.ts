import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { type Bytes, concatenated, fromBase64Url } from "@/domain/anonymity/encoding";

/** Length of the randomizer that precedes each message, in bytes (RFC 9474, section 4.1). */
const RANDOMIZER = 32;

export type Blinded = { readonly randomizer: Bytes; readonly blinded: Bytes; readonly inverse: Bytes };

/** The two halves of a blind signature that a participant does (RFC 9474, sections 4.2 and 4.4). */
export type Blinder = {
  readonly blind: (publicKey: string, message: Bytes) => Promise<Blinded>;
  /** The credential's signature, verified. Throws where the blind signature is not the key's. */
  readonly finalize: (
    publicKey: string,
    message: Bytes,
    blinded: Blinded,
    blindSignature: Bytes,
  ) => Promise<Bytes>;
};

const suite = RSABSSA.SHA384.PSS.Randomized();

function imported(publicKey: string): Promise<CryptoKey> {
  const scheme = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("spki", fromBase64Url(publicKey), scheme, true, ["verify"]);
}

/** Blinds in this thread: in the browser's worker, and on Node. */
export const blindHere: Blinder = {
  blind: async (publicKey, message) => {
    const prepared = suite.prepare(message);
    const { blindedMsg, inv } = await suite.blind(await imported(publicKey), prepared);
    return {
      randomizer: new Uint8Array(prepared.subarray(0, RANDOMIZER)),
      blinded: new Uint8Array(blindedMsg),
      inverse: new Uint8Array(inv),
    };
  },
  finalize: async (publicKey, message, { randomizer, inverse }, blindSignature) => {
    const prepared = concatenated(randomizer, message);
    return new Uint8Array(await suite.finalize(await imported(publicKey), prepared, blindSignature, inverse));
  },
};
