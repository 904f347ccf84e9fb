import "server-only";
import { unzipSync, type Zippable, zipSync } from "fflate";

/** Files by their paths in an archive. */
export type Files = Readonly<Record<string, Uint8Array>>;

/**
 * An archive of these files, the same bytes for the same files at any time and place: entries in their given order, all
 * dated `at` (ISO 8601). Zip has no zone, so the entries carry the time in UTC.
 */
export function stableZip(files: Files, at: string): Uint8Array {
  const moment = new Date(at);
  // The library writes a date's local parts.
  const mtime = new Date(
    Math.max(1980, moment.getUTCFullYear()),
    moment.getUTCMonth(),
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
    moment.getUTCSeconds(),
  );
  const entries = Object.entries(files).map(([path, bytes]) => [path, [bytes, { mtime, level: 6 }]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable);
}

/** The same archive with its entries dated `at`, and its texts in the order of their paths as `changed` leaves them. */
export function restamped(
  archive: Uint8Array,
  at: string,
  changed: (text: string, path: string) => string,
): Uint8Array {
  const files = Object.entries(unzipSync(archive)).map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes];
    return [path, new TextEncoder().encode(changed(new TextDecoder().decode(bytes), path))];
  });
  return stableZip(Object.fromEntries(files), at);
}
