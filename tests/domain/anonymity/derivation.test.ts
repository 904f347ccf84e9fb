import { hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locatorOf, roundKeyOf, saltOf } from "@/app/(participant)/_protocol/secrets";
import { itemSalt, roundSeed, walletKey, walletLocator } from "@/domain/anonymity/derivation";

const [one, other] = ["6ba7b810-9dad-41d1-80b4-00c04fd430c8", "0b1e3a52-8c74-4f0d-9a35-2b5f1f6d7e11"];
const textOf = ({ info }: { info: Uint8Array }) => Buffer.from(info).toString("hex");

describe("what a recovery code gives", () => {
  it("[A12] nothing derived for one use, round or item is derived for another", () => {
    const all = [
      walletLocator(),
      walletKey(),
      roundSeed(one, other),
      roundSeed(other, one),
      roundSeed(one, one),
      itemSalt(one, "support"),
      itemSalt(other, "support"),
      itemSalt(one, "model"),
    ];
    expect(new Set(all.map(textOf)).size).toBe(all.length);
  });

  it("[A12] is what HKDF-SHA-256 derives with an empty salt and the stated info", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (bytes) => {
        const code = new Uint8Array(bytes);
        const derived = ({ info, length }: { info: Uint8Array; length: number }) =>
          Buffer.from(hkdfSync("sha256", code, new Uint8Array(), info, length)).toString("base64url");
        expect(await locatorOf(code)).toBe(derived(walletLocator()));
        expect(await saltOf(code, one, "support")).toBe(derived(itemSalt(one, "support")));
      }),
      { numRuns: 20 },
    );
  });

  it("[A12] is the same on every device, for ever: a code and what it must always lead to", async () => {
    const code = Uint8Array.from({ length: 16 }, (_, index) => index);
    const { publicKey } = await roundKeyOf(code, one, other);
    expect({
      locator: await locatorOf(code),
      salt: await saltOf(code, one, "support"),
      key: Buffer.from(publicKey).toString("base64url"),
    }).toMatchInlineSnapshot(`
      {
        "key": "Ug4c84JNdX08BcuyXHPt6iij2jUnJwEcuNRmAiZEsdY",
        "locator": "37jCw9mFVgtG6jY9RjGXX0QmE0IcwE033FeIy9LEgMQ",
        "salt": "LUVvBEqAROTmTIIj-QPjDg",
      }
    `);
  });
});
