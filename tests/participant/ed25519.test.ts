import { createPublicKey } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { signingKeyOf, verifierOf } from "@/app/(participant)/_protocol/ed25519";

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** RFC 8032, section 7.1, test 3. */
const vector = {
  seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
  publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  message: "af82",
  signature:
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
};
const spki = createPublicKey({
  key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(vector.publicKey, "hex").toString("base64url") },
  format: "jwk",
})
  .export({ type: "spki", format: "der" })
  .toString("base64url");

function withoutPlatformEd25519() {
  vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no Ed25519", "NotSupportedError"));
}
afterEach(() => vi.restoreAllMocks());

describe.each([
  ["the platform's Ed25519", () => undefined],
  ["the library's, where the platform has none", withoutPlatformEd25519],
])("%s", (_, prepare) => {
  it("[A25] signs as RFC 8032 says", async () => {
    prepare();
    const key = await signingKeyOf(bytesOf(vector.seed));
    expect(hexOf(key.publicKey)).toBe(vector.publicKey);
    expect(hexOf(await key.sign(bytesOf(vector.message)))).toBe(vector.signature);
  });

  it("[A25] verifies what is signed and nothing else", async () => {
    prepare();
    const verify = verifierOf(spki);
    expect(await verify(bytesOf(vector.signature), bytesOf(vector.message))).toBe(true);
    expect(await verify(bytesOf(vector.signature), bytesOf("af83"))).toBe(false);
    expect(await verify(new Uint8Array(64), bytesOf(vector.message))).toBe(false);
  });
});

it("[A25] any other failure of the platform is not hidden", async () => {
  vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("broken", "OperationError"));
  await expect(signingKeyOf(bytesOf(vector.seed))).rejects.toThrow("broken");
  await expect(verifierOf(spki)(new Uint8Array(64), new Uint8Array())).rejects.toThrow("broken");
});
