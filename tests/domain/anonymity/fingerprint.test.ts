import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FINGERPRINT_WORDS, fingerprintOf } from "@/domain/anonymity/fingerprint";

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("the fingerprint", () => {
  it("[A9] is the first 66 bits of a hash as six words", () => {
    expect(fingerprintOf(new Uint8Array(32), wordlist)).toEqual(Array(6).fill("abandon"));
    expect(fingerprintOf(new Uint8Array(32).fill(255), wordlist)).toEqual(Array(6).fill("zoo"));
    // 00000000001 00000000010 00000000011 …: the numbers 1 to 6, eleven bits each.
    const bits = [1, 2, 3, 4, 5, 6].map((value) => value.toString(2).padStart(11, "0")).join("");
    const bytes = Uint8Array.from({ length: 32 }, (_, index) =>
      Number.parseInt(bits.padEnd(256, "0").slice(8 * index, 8 * index + 8), 2),
    );
    expect(fingerprintOf(bytes, wordlist)).toEqual(wordlist.slice(1, 7));
  });

  it("[A9] changes with every one of these bits, and with no other", () => {
    fc.assert(
      fc.property(hash, fc.nat({ max: 255 }), (bytes, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
        const same = fingerprintOf(bytes, wordlist).join() === fingerprintOf(changed, wordlist).join();
        expect(same).toBe(bit >= 11 * FINGERPRINT_WORDS);
      }),
    );
  });
});
