import { type Bytes, concatenated, type Sha256 } from "./encoding";

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
