import "server-only";
import { createHash } from "node:crypto";
import type { Edition } from "@/domain/edition/edition";
import { type Files, stableZip } from "./stable-zip";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** These files in a folder named after their edition, with `SHA256SUMS` as `sha256sum --check` reads it. */
export function bundle(files: Files, { slug, number, publishedAt }: Edition): Uint8Array {
  const folder = `${slug}-edition-${number}`;
  const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  const all = { ...files, SHA256SUMS: new TextEncoder().encode(sums.join("")) };
  return stableZip(
    Object.fromEntries(Object.entries(all).map(([name, bytes]) => [`${folder}/${name}`, bytes])),
    publishedAt,
  );
}
