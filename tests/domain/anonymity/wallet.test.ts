import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { WALLET_BYTES, type Wallet, walletBytes, walletFrom } from "@/domain/anonymity/wallet";

const MOST_KEYS = 11;
const encoded = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toBase64Url);
const base = {
  version: fc.constant(1 as const),
  slug: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
  consultationId: fc.uuid(),
};
const prepared = fc.record({
  ...base,
  stage: fc.constant("prepared" as const),
  token: encoded(16),
  rounds: fc.array(
    fc.record({ roundId: fc.uuid(), randomizer: encoded(32), blinded: encoded(384), inverse: encoded(384) }),
    { maxLength: MOST_KEYS },
  ),
});
const enrolled = fc.record({
  ...base,
  stage: fc.constant("enrolled" as const),
  rounds: fc.array(fc.record({ roundId: fc.uuid(), randomizer: encoded(32), signature: encoded(384) }), {
    maxLength: MOST_KEYS,
  }),
});
const wallet: fc.Arbitrary<Wallet> = fc.oneof(prepared, enrolled);

describe("the wallet", () => {
  it("[A11] has one size whatever it holds, and holds what was put in", () => {
    fc.assert(
      fc.property(wallet, (kept) => {
        const bytes = walletBytes(kept);
        expect(bytes).toHaveLength(WALLET_BYTES);
        expect(walletFrom(bytes)).toEqual(kept);
      }),
    );
  });

  it("[A11] has room for every key a consultation can have, and refuses what does not fit", () => {
    const round = {
      roundId: "r".repeat(36),
      randomizer: "r".repeat(43),
      blinded: "b".repeat(512),
      inverse: "i".repeat(512),
    };
    const full: Wallet = {
      version: 1,
      stage: "prepared",
      slug: "s".repeat(64),
      consultationId: "c".repeat(36),
      token: "t".repeat(22),
      rounds: Array(MOST_KEYS).fill(round),
    };
    expect(walletBytes(full)).toHaveLength(WALLET_BYTES);
    expect(() => walletBytes({ ...full, rounds: Array(2 * MOST_KEYS).fill(round) })).toThrow(RangeError);
  });
});
