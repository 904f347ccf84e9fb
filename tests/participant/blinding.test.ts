import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { fromBase64Url } from "@/domain/anonymity/encoding";

const hexText = z.string().regex(/^([0-9a-f]{2})*$/);
const file = z
  .object({
    key: z.object({ n: hexText, e: hexText }),
    vectors: z.array(
      z.object({
        name: z.string(),
        msg: hexText,
        msg_prefix: hexText,
        salt: hexText,
        inv: hexText,
        blinded_msg: hexText,
        blind_sig: hexText,
        sig: hexText,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("tests/vectors-rfc9474/vectors.json", "utf8")));
const { key, vectors } = file;

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const base64UrlOf = (hex: string) => Buffer.from(hex, "hex").toString("base64url");
const publicKey = createPublicKey({
  key: { kty: "RSA", n: base64UrlOf(key.n), e: base64UrlOf(key.e) },
  format: "jwk",
})
  .export({ type: "spki", format: "der" })
  .toString("base64url");
const importedKey = () =>
  crypto.subtle.importKey("spki", fromBase64Url(publicKey), { name: "RSA-PSS", hash: "SHA-384" }, true, [
    "verify",
  ]);

const suites: Record<string, ReturnType<typeof RSABSSA.SHA384.PSS.Randomized>> = {
  "RSABSSA-SHA384-PSS-Randomized": RSABSSA.SHA384.PSS.Randomized(),
  "RSABSSA-SHA384-PSSZERO-Randomized": RSABSSA.SHA384.PSSZero.Randomized(),
  "RSABSSA-SHA384-PSS-Deterministic": RSABSSA.SHA384.PSS.Deterministic(),
  "RSABSSA-SHA384-PSSZERO-Deterministic": RSABSSA.SHA384.PSSZero.Deterministic(),
};
const suiteOf = (name: string) => {
  const suite = suites[name];
  if (suite === undefined) throw new Error(`no suite ${name}`);
  return suite;
};

/** The inverse of a number modulo another, by the extended algorithm of Euclid. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [before, now, factorBefore, factor] = [modulus, value, 0n, 1n];
  while (now !== 0n) {
    const quotient = before / now;
    [before, now] = [now, before - quotient * now];
    [factorBefore, factor] = [factor, factorBefore - quotient * factor];
  }
  return ((factorBefore % modulus) + modulus) % modulus;
}

/** Makes the platform's randomness give these bytes, in turn; empty ones are never asked for. */
function randomnessGives(...draws: string[]) {
  const left = draws.filter((draw) => draw !== "").map(bytesOf);
  vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    const draw = array?.byteLength === 0 ? new Uint8Array() : left.shift();
    if (!(array instanceof Uint8Array) || draw?.length !== array.length)
      throw new Error("another draw was expected");
    array.set(draw);
    return array;
  });
}

afterEach(() => vi.restoreAllMocks());

const modulus = BigInt(`0x${key.n}`);
/** The blinding factor of a vector, which states its inverse. */
const factorOf = (inv: string) =>
  inverseOf(BigInt(`0x${inv}`), modulus)
    .toString(16)
    .padStart(key.n.length, "0");

describe("blind signatures, on the participant's side", () => {
  it.each(vectors)("[A22] $name: RFC 9474's vector comes out of preparing and blinding", async (vector) => {
    const suite = suiteOf(vector.name);
    randomnessGives(vector.msg_prefix, vector.salt, factorOf(vector.inv));
    const prepared = suite.prepare(bytesOf(vector.msg));
    expect(hexOf(prepared)).toBe(vector.msg_prefix + vector.msg);
    const { blindedMsg, inv } = await suite.blind(await importedKey(), prepared);
    expect(hexOf(blindedMsg)).toBe(vector.blinded_msg);
    expect(hexOf(inv)).toBe(vector.inv);
  });

  it.each(vectors)("[A22] $name: RFC 9474's vector comes out of finalizing", async (vector) => {
    const message = bytesOf(vector.msg_prefix + vector.msg);
    const signature = await suiteOf(vector.name).finalize(
      await importedKey(),
      message,
      bytesOf(vector.blind_sig),
      bytesOf(vector.inv),
    );
    expect(hexOf(signature)).toBe(vector.sig);
  });

  const vector = vectors.find(({ name }) => name === "RSABSSA-SHA384-PSS-Randomized");
  if (vector === undefined) throw new Error("the vector of our own variant is missing");
  const stated = {
    randomizer: bytesOf(vector.msg_prefix),
    blinded: bytesOf(vector.blinded_msg),
    inverse: bytesOf(vector.inv),
  };

  it("[A22] what participants run gives the vector of its variant, both halves", async () => {
    randomnessGives(vector.msg_prefix, vector.salt, factorOf(vector.inv));
    const blinded = await blindHere.blind(publicKey, bytesOf(vector.msg));
    expect(Object.values(blinded).map(hexOf)).toEqual([vector.msg_prefix, vector.blinded_msg, vector.inv]);
    const signature = await blindHere.finalize(
      publicKey,
      bytesOf(vector.msg),
      blinded,
      bytesOf(vector.blind_sig),
    );
    expect(hexOf(signature)).toBe(vector.sig);
  });

  it("[A23] a signature that is not the key's over this message is never taken for one", async () => {
    const wrong = bytesOf(vector.blind_sig);
    wrong[100] = (wrong[100] ?? 0) ^ 1;
    await expect(blindHere.finalize(publicKey, bytesOf(vector.msg), stated, wrong)).rejects.toThrow();
    await expect(
      blindHere.finalize(publicKey, bytesOf("00"), stated, bytesOf(vector.blind_sig)),
    ).rejects.toThrow();
  });

  it("[A24] the same message is blinded to another value each time", async () => {
    const one = await blindHere.blind(publicKey, bytesOf(vector.msg));
    const other = await blindHere.blind(publicKey, bytesOf(vector.msg));
    for (const part of ["randomizer", "blinded", "inverse"] as const)
      expect(hexOf(one[part])).not.toBe(hexOf(other[part]));
  });
});
