import type { Table } from "./dump";

/** Bytes in a row that two databases may not both have, unless they are published. */
const WINDOW = 8;
/** A window with fewer different bytes than this says nothing: padding, zeros. */
const FEWEST_DIFFERENT = 4;
/** A word that could be a key, an id or a hash: letters and figures together. */
const OPAQUE = /(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{11,}/g;

/** Opaque values of a text: bytes in hexadecimal as bytes; other words as they stand, and as the bytes they may write. */
function valuesIn(text: string): Buffer[] {
  if (/^\\x[0-9a-f]*$/.test(text)) return [Buffer.from(text.slice(2), "hex")];
  return [...text.matchAll(OPAQUE)].flatMap(([word]) => {
    const digits = word.replaceAll("-", "");
    const bytes = /^[0-9a-f]+$/.test(digits) ? Buffer.from(digits, "hex") : Buffer.from(word, "base64url");
    return [Buffer.from(word), bytes];
  });
}

function windowsOf(texts: Iterable<string>): Map<string, string> {
  const windows = new Map<string, string>();
  for (const text of texts)
    for (const value of valuesIn(text))
      for (let at = 0; at + WINDOW <= value.length; at += 1) {
        const window = value.subarray(at, at + WINDOW);
        if (new Set(window).size >= FEWEST_DIFFERENT)
          windows.set(window.toString("latin1"), text.slice(0, 40));
      }
  return windows;
}

function* textsOf(tables: readonly Table[], except: RegExp): Generator<string> {
  for (const { name, rows } of tables)
    for (const { values } of rows)
      for (const [column, { text }] of Object.entries(values))
        if (text !== null && !except.test(`${name}.${column}`)) yield text;
}

/** The manifest, what it publishes of keys and rounds, and the questionnaire whose hash it holds. */
const PUBLISHED = /manifest_entries\.|\.questionnaire$|public_key$/;
const NOTHING = /^$/;

/**
 * Values that both databases hold, eight bytes or more of high entropy, but for what the manifest publishes: none may
 * be, since it would lead from a row of one to a row of the other. Each with the place where it was found.
 */
export function sharedValues(registry: readonly Table[], ballot: readonly Table[]): string[] {
  const published = windowsOf(
    [...registry, ...ballot].flatMap(({ name, rows }) =>
      rows.flatMap(({ values }) =>
        Object.entries(values).flatMap(([column, { text }]) =>
          text !== null && PUBLISHED.test(`${name}.${column}`) ? [text] : [],
        ),
      ),
    ),
  );
  const known = windowsOf(textsOf(registry, NOTHING));
  const shared = new Set<string>();
  for (const [window, text] of windowsOf(textsOf(ballot, NOTHING)))
    if (known.has(window) && !published.has(window)) shared.add(`${text}… and ${known.get(window)}…`);
  return [...shared];
}
