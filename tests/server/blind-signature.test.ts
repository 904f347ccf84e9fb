import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { signBlinded } from "@/server/enrolment/blind-signature";

const hexText = z.string().regex(/^([0-9a-f]{2})*$/);
const { key, vectors } = z
  .object({
    key: z.object({ n: hexText, e: hexText, d: hexText, p: hexText, q: hexText }),
    vectors: z.array(z.object({ name: z.string(), blinded_msg: hexText, blind_sig: hexText })),
  })
  .parse(JSON.parse(readFileSync("tests/vectors-rfc9474/vectors.json", "utf8")));

const numberOf = (hex: string) => BigInt(`0x${hex}`);
const bytesOf = (value: bigint, length: number) =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex"));

function modularInverse(value: bigint, modulus: bigint): bigint {
  let [rest, next, found, step] = [value % modulus, modulus, 1n, 0n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next, found, step] = [next, rest - times * next, step, found - times * step];
  }
  return ((found % modulus) + modulus) % modulus;
}

/** RFC 9474's private key; the parts that the vectors leave out follow from those they give. */
function privateKeyOfTheVectors() {
  const base64 = (value: bigint, length: number) => Buffer.from(bytesOf(value, length)).toString("base64url");
  const [n, d, p, q] = [key.n, key.d, key.p, key.q].map(numberOf) as [bigint, bigint, bigint, bigint]; // four in, four out
  const half = key.p.length / 2;
  return createPrivateKey({
    format: "jwk",
    key: {
      kty: "RSA",
      n: base64(n, 2 * half),
      e: base64(numberOf(key.e), 3),
      d: base64(d, 2 * half),
      p: base64(p, half),
      q: base64(q, half),
      dp: base64(d % (p - 1n), half),
      dq: base64(d % (q - 1n), half),
      qi: base64(modularInverse(q, p), half),
    },
  });
}

describe("the registry's half of a blind signature", () => {
  it.each(vectors)("[A22] $name: RFC 9474's vector comes out of signing", ({ blinded_msg, blind_sig }) => {
    const signature = signBlinded(privateKeyOfTheVectors(), Buffer.from(blinded_msg, "hex"));
    expect(Buffer.from(signature).toString("hex")).toBe(blind_sig);
  });

  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  const modulus = BigInt(
    `0x${Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url").toString("hex")}`,
  );

  it("[A38] refuses 0, 1, one less than the modulus, and the modulus and more", () => {
    const most = 2n ** 3072n - 1n;
    for (const value of [0n, 1n, modulus - 1n, modulus, modulus + 1n, most])
      expect(() => signBlinded(privateKey, bytesOf(value, 384))).toThrow("malformed_request");
  });

  it("[A38] refuses any other length than the modulus has", () => {
    for (const length of [0, 1, 383, 385, 768])
      expect(() => signBlinded(privateKey, new Uint8Array(length).fill(2))).toThrow("malformed_request");
  });

  it("[A39] signs whatever lies between, and the signature raised to the exponent is the message", () => {
    const raised = (signature: bigint) => {
      let result = 1n;
      for (let bit = 0, power = signature; bit < 17; bit += 1, power = (power * power) % modulus)
        if (bit === 0 || bit === 16) result = (result * power) % modulus; // 65,537
      return result;
    };
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: modulus - 2n }), (message) => {
        const signature = signBlinded(privateKey, bytesOf(message, 384));
        expect(raised(numberOf(Buffer.from(signature).toString("hex")))).toBe(message);
      }),
      { numRuns: 20 },
    );
  });
});
