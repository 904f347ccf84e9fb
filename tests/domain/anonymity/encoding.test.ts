import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  concatenated,
  fromBase64Url,
  isBase64Url,
  labelled,
  toBase64Url,
  utf8,
  uuidBytes,
} from "@/domain/anonymity/encoding";

const bytes = fc.uint8Array({ maxLength: 600 });
const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");

describe("encodings", () => {
  it("[A1] base64url gives back the bytes that went in, without padding, as every platform writes it", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const encoded = toBase64Url(value);
        expect(encoded).toBe(Buffer.from(value).toString("base64url"));
        expect(hex(fromBase64Url(encoded))).toBe(hex(value));
      }),
    );
  });

  it.each(["A", "AAAAA", "AA==", "A+A/", "AA A", "é"])("[A1] %j is no base64url", (encoded) => {
    expect(() => fromBase64Url(encoded)).toThrow(TypeError);
  });

  it("[A1] no bytes have two names: unused bits must be zero", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
    const pairs = letters.flatMap((one) => letters.map((two) => one + two));
    for (const text of [...pairs, ...pairs.flatMap((pair) => letters.map((letter) => pair + letter))]) {
      const bytes = Buffer.from(text, "base64url");
      if (isBase64Url(text) !== (bytes.toString("base64url") === text)) expect.fail(text);
    }
    expect(() => fromBase64Url("AB")).toThrow(TypeError);
    expect(hex(fromBase64Url("AA"))).toBe("00");
  });

  it("[A2] a value has one JSON text whatever the order of its members (RFC 8785)", () => {
    expect(canonicalJson({ b: 1, a: ["ö", 1e21, { d: null, c: true }] })).toBe(
      '{"a":["ö",1e+21,{"c":true,"d":null}],"b":1}',
    );
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  it("[A3] what is signed or hashed for one purpose is never the message of another", () => {
    const message = utf8("the same");
    const purposes = [
      "credential",
      "leaf",
      "manifest-hash",
      "manifest-signature",
      "questionnaire",
      "read-back",
      "read-back-challenge",
      "receipt",
      "response-signature",
    ] as const;
    expect(new Set(purposes.map((purpose) => hex(labelled(purpose, message)))).size).toBe(purposes.length);
    expect(hex(labelled("leaf", message))).toBe(
      hex(concatenated(utf8("tour-de-table/leaf/1"), Uint8Array.of(0), message)),
    );
  });

  it("[A4] a UUID has sixteen bytes, and only its lower-case text is one", () => {
    expect(hex(uuidBytes("6ba7b810-9dad-41d1-80b4-00c04fd430c8"))).toBe("6ba7b8109dad41d180b400c04fd430c8");
    for (const text of ["6BA7B810-9DAD-41D1-80B4-00C04FD430C8", "6ba7b810", ""])
      expect(() => uuidBytes(text)).toThrow(TypeError);
  });
});
