import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What is searched for, under the name by which a finding is told. */
export type Needle = { readonly what: string; readonly bytes: Uint8Array };

/** What is searched: a file, or what a database holds. */
export type Haystack = { readonly where: string; readonly bytes: Uint8Array };

export type Found = { readonly what: string; readonly where: string };

/** Needles shorter than this would be found by chance. */
const SHORTEST = 8;

/** The bytes of a text as it is written. */
export const written = (what: string, text: string): Needle => ({ what, bytes: Buffer.from(text) });

/** Bytes as they are, in hexadecimal and in base64url. */
export const bytesInAnyForm = (what: string, bytes: Uint8Array): Needle[] => {
  const buffer = Buffer.from(bytes);
  return [
    { what, bytes: buffer },
    written(what, buffer.toString("hex")),
    written(what, buffer.toString("base64url")),
  ];
};

/**
 * Finds needles in haystacks, all of them in one pass over each: first by two bytes, then whole. Each is told once per
 * haystack. Throws for a needle that is too short to mean anything.
 */
export function searcherFor(needles: readonly Needle[]): (haystack: Haystack) => Found[] {
  const short = needles.find(({ bytes }) => bytes.length < SHORTEST);
  if (short !== undefined) throw new Error(`too short to be searched for: ${short.what}`);
  const starts = Map.groupBy(needles, ({ bytes }) => (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0));
  const isStart = new Uint8Array(65_536);
  for (const start of starts.keys()) isStart[start] = 1;
  return ({ where, bytes }) => {
    const found = new Set<string>();
    for (let at = 0; at < bytes.length - 1; at += 1) {
      const start = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
      if (isStart[start] === 0) continue;
      for (const { what, bytes: needle } of starts.get(start) ?? [])
        if (!found.has(what) && needle.every((byte, index) => bytes[at + index] === byte)) found.add(what);
    }
    return [...found].map((what) => ({ what, where }));
  };
}

/** Every file under a folder, with its content. Files that go while this reads are left out. */
export function* filesUnder(folder: string, called: string): Generator<Haystack> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const where = `${called}/${name}`;
    try {
      if (statSync(path).isDirectory()) yield* filesUnder(path, where);
      else yield { where, bytes: readFileSync(path) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
}
