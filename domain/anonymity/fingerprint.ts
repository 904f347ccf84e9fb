import type { Bytes } from "./encoding";

/** Words of the fingerprint; eleven bits each. */
export const FINGERPRINT_WORDS = 6;

/**
 * The first 66 bits of the hash of a manifest's first entry as six words, so that participants can compare by eye or by
 * telephone that all were given the same keys.
 *
 * @param wordlist 2,048 words (the English list of BIP-39).
 */
export function fingerprintOf(firstHash: Bytes, wordlist: readonly string[]): string[] {
  return Array.from({ length: FINGERPRINT_WORDS }, (_, word) => {
    let index = 0;
    for (let bit = 11 * word; bit < 11 * (word + 1); bit += 1)
      index = index * 2 + (((firstHash[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return wordlist[index] ?? "";
  });
}
