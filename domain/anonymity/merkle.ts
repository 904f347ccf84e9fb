import { type Bytes, concatenated, type Sha256, toHex } from "./encoding";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * The Merkle Tree Hash of an ordered list of inputs (RFC 6962, section 2.1), here of the leaf hashes of one item in the
 * order in which they are published. The empty list gives SHA-256 of nothing.
 */
export async function merkleRoot(inputs: readonly Bytes[], sha256: Sha256): Promise<Bytes> {
  const [only] = inputs;
  if (only === undefined) return sha256(new Uint8Array());
  if (inputs.length === 1) return sha256(concatenated(LEAF, only));
  let split = 1;
  while (split * 2 < inputs.length) split *= 2;
  const left = await merkleRoot(inputs.slice(0, split), sha256);
  const right = await merkleRoot(inputs.slice(split), sha256);
  return sha256(concatenated(NODE, left, right));
}

/**
 * Whether these are the leaves, in this order, over which a release states this root, in hexadecimal. An item that nobody
 * answered has no leaves and no root.
 */
export async function hasRoot(
  leaves: readonly Bytes[],
  stated: string | undefined,
  sha256: Sha256,
): Promise<boolean> {
  if (stated === undefined) return leaves.length === 0;
  return leaves.length > 0 && toHex(await merkleRoot(leaves, sha256)) === stated;
}

/** A root in groups of eight digits, so that two people can compare it by eye or by telephone. */
export function printedRoot(root: string): string {
  return root.replace(/(.{8})(?!$)/g, "$1 ");
}
