import canonicalize from "canonicalize";

/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** SHA-256; the browser and the servers each bring their platform's own. */
export type Sha256 = (bytes: Bytes) => Promise<Bytes>;

const text = new TextEncoder();

/** The one JSON text of a value that every party computes alike (RFC 8785). Throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError("the value has no JSON");
  return json;
}

export function utf8(value: string): Bytes {
  return text.encode(value);
}

export function concatenated(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What a signature or hash is for. No message made for one purpose can be taken for another's. */
export type Purpose =
  | "audit-entry"
  | "credential"
  | "draft"
  | "leaf"
  | "manifest-hash"
  | "manifest-signature"
  | "paper"
  | "questionnaire"
  | "read-back"
  | "read-back-challenge"
  | "receipt"
  | "response-signature"
  | "sign-off";

/** The parts under a label of their purpose: "tour-de-table/<purpose>/1", a zero byte, then the parts. */
export function labelled(purpose: Purpose, ...parts: readonly Uint8Array[]): Bytes {
  return concatenated(utf8(`tour-de-table/${purpose}/1\0`), ...parts);
}

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Base64url without padding, in the one spelling that its bytes have: bits beyond the last byte could say anything, and
 * then one key or salt would have several names. A last group of two characters leaves four such bits, one of three two.
 */
const BASE64URL = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/;

/** Whether a text is base64url, and the one text that its bytes have. */
export function isBase64Url(encoded: string): boolean {
  return BASE64URL.test(encoded);
}

/** The bytes of a base64url text. Throws a `TypeError` where it is none, or not the one text that these bytes have. */
export function fromBase64Url(encoded: string): Bytes {
  if (!isBase64Url(encoded)) throw new TypeError("not base64url");
  const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  // Not from the text's iterator, which takes thirty times as long; servers decode all day.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Two lower-case digits a byte: how roots are printed, to be compared by eye. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The sixteen bytes of a UUID. Throws a `TypeError` where it is none. */
export function uuidBytes(uuid: string): Bytes {
  const digits = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new TypeError("not a UUID in lower case");
  return Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}
