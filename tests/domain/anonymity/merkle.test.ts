import { createHash } from "node:crypto";
import { array, assert, asyncProperty, nat, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "@/domain/anonymity/encoding";
import { hasRoot, merkleRoot } from "@/domain/anonymity/merkle";
import { INPUTS, ROOTS } from "@/tests/support/rfc6962";

const sha256 = async (bytes: Bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const rootOf = async (inputs: readonly Bytes[]) =>
  Buffer.from(await merkleRoot(inputs, sha256)).toString("hex");

const leaves = array(
  uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new Uint8Array(bytes)),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe("the Merkle tree of an item's leaves", () => {
  it.each(ROOTS.map((root, count) => [count, root] as const))(
    "[A10] of %i inputs has RFC 6962's root",
    async (count, root) => {
      expect(await rootOf(INPUTS.slice(0, count).map(bytesOf))).toBe(root);
    },
  );

  it("[A10] two inputs are never taken for the node over them", async () => {
    const [one, other] = [bytesOf(INPUTS[1]), bytesOf(INPUTS[2])];
    const leaf = async (input: Bytes) => sha256(new Uint8Array([0, ...input]));
    const node = new Uint8Array([1, ...(await leaf(one)), ...(await leaf(other))]);
    expect(await rootOf([node])).not.toBe(await rootOf([one, other]));
  });
});

describe("the leaves that a root stands for", () => {
  it("[A140] have it as they were, and with one left out, added or changed no longer", async () => {
    await assert(
      asyncProperty(leaves, nat(), nat(255), async (held, chosen, change) => {
        const root = await rootOf(held);
        const at = chosen % held.length;
        const changed = held.map((leaf, index) =>
          index === at ? leaf.map((byte, place) => (place === 31 ? byte ^ (change || 1) : byte)) : leaf,
        );
        expect(await hasRoot(held, root, sha256)).toBe(true);
        for (const other of [held.toSpliced(at, 1), [...held, new Uint8Array(32)], changed])
          expect(await hasRoot(other, root, sha256)).toBe(false);
      }),
    );
  });

  it("[A140] are none where there is no root, and never none where there is one", async () => {
    expect(await hasRoot([], undefined, sha256)).toBe(true);
    expect(await hasRoot([new Uint8Array(32)], undefined, sha256)).toBe(false);
    expect(await hasRoot([], ROOTS[1], sha256)).toBe(false);
  });
});
