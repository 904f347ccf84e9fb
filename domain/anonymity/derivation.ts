import { type Bytes, concatenated, utf8, uuidBytes } from "./encoding";

/**
 * What is derived from a recovery code by HKDF-SHA-256 (RFC 5869): the code's sixteen bytes are the input key, the salt
 * is empty, and these are the `info` of each use with the length of what comes out, in bytes.
 */
type Derivation = { readonly info: Bytes; readonly length: number };

const use = (name: string, length: number, ...parts: readonly Uint8Array[]): Derivation => ({
  info: concatenated(utf8(`tour-de-table/${name}/1\0`), ...parts),
  length,
});

/** Where the wallet lies in the registry; leads to no seat. */
export const walletLocator = (): Derivation => use("wallet-locator", 32);

/** The AES-256 key of the wallet. */
export const walletKey = (): Derivation => use("wallet-key", 32);

/** The Ed25519 seed with which a participant signs in one round. */
export const roundSeed = (consultationId: string, roundId: string): Derivation =>
  use("round-seed", 32, uuidBytes(consultationId), uuidBytes(roundId));

/** The salt of one answer's leaf, so that nothing need be kept to find it again. */
export const itemSalt = (roundId: string, itemId: string): Derivation =>
  use("item-salt", 16, uuidBytes(roundId), utf8(itemId));
