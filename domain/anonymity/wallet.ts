import { type Bytes, utf8 } from "./encoding";

/** Blinded and waiting for its signature: everything that is needed to finish on any device. Base64url throughout. */
export type PreparedRound = {
  readonly roundId: string;
  readonly randomizer: string;
  readonly blinded: string;
  /** Inverse of the blinding factor. */
  readonly inverse: string;
};

/** Finished: the credential of one round. */
export type FinishedRound = {
  readonly roundId: string;
  readonly randomizer: string;
  readonly signature: string;
};

/** What the recovery code alone gives back. */
export type Wallet =
  | {
      readonly version: 1;
      readonly stage: "prepared";
      readonly slug: string;
      readonly consultationId: string;
      /** The invitation's token, kept until the credentials are in. */
      readonly token: string;
      readonly rounds: readonly PreparedRound[];
    }
  | {
      readonly version: 1;
      readonly stage: "enrolled";
      readonly slug: string;
      readonly consultationId: string;
      readonly rounds: readonly FinishedRound[];
    };

/** Every wallet has this size before encryption, whatever it holds: room for eleven keys, prepared. */
export const WALLET_BYTES = 20_480;
/** And this size as stored: a 12-byte nonce and a 16-byte tag more. */
export const SEALED_WALLET_BYTES = WALLET_BYTES + 28;

/** A wallet as padded bytes. Throws a `RangeError` where it does not fit. */
export function walletBytes(wallet: Wallet): Bytes {
  const content = utf8(JSON.stringify(wallet));
  if (content.length + 4 > WALLET_BYTES) throw new RangeError("the wallet is too large");
  const padded = new Uint8Array(WALLET_BYTES);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/** The wallet in padded bytes. Throws where they hold none. */
export function walletFrom(padded: Bytes): Wallet {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  // Only the holder of the code can have written it: AES-GCM authenticates the bytes.
  return JSON.parse(new TextDecoder().decode(padded.subarray(4, 4 + length))) as Wallet;
}
