import { createHash } from "node:crypto";

/** SHA-256 of bytes, one after another. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** What the protocol signs and hashes: "tour-de-table/<purpose>/1", a zero byte, then the content. */
export function labelled(purpose: string, content: string): Buffer {
  return Buffer.from(`tour-de-table/${purpose}/1\0${content}`, "utf8");
}

/** The bytes of a base64url text without padding; null where it is none, or not the one text of these bytes. */
export function bytesIn(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one JSON text of a parsed value (RFC 8785): members in the order of their names' UTF-16 units, no blanks. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}
