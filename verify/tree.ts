import { sha256 } from "./bytes";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/**
 * The Merkle Tree Hash of RFC 6962, section 2.1. It joins neighbours level by level, and an odd one out goes up as it is,
 * which gives the same tree as the recursion that the RFC states.
 */
export function rootOf(inputs: readonly Uint8Array[]): Buffer {
  if (inputs.length === 0) return sha256();
  let level = inputs.map((input) => sha256(LEAF, input));
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = level.slice(at, at + 2);
      if (left !== undefined) above.push(right === undefined ? left : sha256(NODE, left, right));
    }
    level = above;
  }
  return level[0] ?? sha256();
}
