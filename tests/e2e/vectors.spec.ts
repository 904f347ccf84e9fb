import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "./support/guarded";
import { openModulesPage } from "./support/modules-page";
import type { outcomesOf, Vector } from "./support/vectors-page";

type File = { readonly key: { readonly n: string; readonly e: string }; readonly vectors: readonly Vector[] };

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

test("[E50] RFC 9474's four vectors come out of blinding and finalizing in a real browser", async ({
  page,
}) => {
  // The shape of RFC 9474's own file, checked in tests/participant/blinding.test.ts.
  const { key, vectors } = JSON.parse(readFileSync("tests/vectors-rfc9474/vectors.json", "utf8")) as File;
  const base64Url = (hex: string) => Buffer.from(hex, "hex").toString("base64url");
  const jwk = { kty: "RSA", n: base64Url(key.n), e: base64Url(key.e) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" })
    .export({ type: "spki", format: "der" })
    .toString("base64url");
  const modulus = BigInt(`0x${key.n}`);
  const factors = Object.fromEntries(
    vectors.map(({ name, inv }) => [
      name,
      inverseOf(BigInt(`0x${inv}`), modulus)
        .toString(16)
        .padStart(key.n.length, "0"),
    ]),
  );
  await openModulesPage(page);
  const outcomes = await page.evaluate(
    async ([path, toCheck, by]) => {
      const inBrowser: { outcomesOf: typeof outcomesOf } = await import(path);
      return inBrowser.outcomesOf(toCheck, by);
    },
    ["/modules/tests/e2e/support/vectors-page", { publicKey, vectors }, factors] as const,
  );
  const stated = ({ blinded_msg, inv, sig }: Vector) => ({ blinded_msg, inv, sig });
  const twice = vectors.flatMap((vector) =>
    vector.name === "RSABSSA-SHA384-PSS-Randomized" ? [stated(vector), stated(vector)] : [stated(vector)],
  );
  expect(vectors).toHaveLength(4);
  expect(outcomes).toEqual(twice);
});
