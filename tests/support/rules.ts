import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "./imports";

const FOLDER = "docs/rules";

/** A rule's number and the file in which it is cited or written down. */
export type Mention = { readonly rule: string; readonly path: string };

/** The rules that the titles of a test file cite: `[A1]` or `[A1, A2]` at the start of a text. */
export function citedIn(path: string, text: string): Mention[] {
  return [...text.matchAll(/["'`]\[([A-Z]\d+(?:, ?[A-Z]\d+)*)\] /g)]
    .flatMap(([, rules = ""]) => rules.split(/, ?/))
    .map((rule) => ({ rule, path }));
}

/** The rules that a document writes down: `- **A1** …` at the start of a line. */
export function writtenIn(path: string, text: string): Mention[] {
  return [...text.matchAll(/^- \*\*([A-Z]\d+)\*\* \S/gm)].map(([, rule = ""]) => ({ rule, path }));
}

/** Every citation of a rule by a test. */
export function citations(): Mention[] {
  return sourceFiles()
    .filter(({ path }) => /^tests\/.*\.(test|spec)\.ts$/.test(path))
    .flatMap(({ path, text }) => citedIn(path, text));
}

/** The names of the documents in which rules are written down. */
export const ruleDocuments = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .toSorted();

/** Every rule that is written down, in the order of its document. */
export function writtenRules(): Mention[] {
  return ruleDocuments().flatMap((name) =>
    writtenIn(`${FOLDER}/${name}`, readFileSync(join(FOLDER, name), "utf8")),
  );
}

/** Those of the first that none of the second mentions, as "A1 in file", each once. */
export function unmatched(mentions: readonly Mention[], others: readonly Mention[]): string[] {
  const known = new Set(others.map(({ rule }) => rule));
  const lost = mentions.filter(({ rule }) => !known.has(rule));
  return [...new Set(lost.map(({ rule, path }) => `${rule} in ${path}`))];
}

/** The rules that are written down more than once. */
export function repeated(written: readonly Mention[]): string[] {
  const numbers = written.map(({ rule }) => rule);
  return [...new Set(numbers.filter((rule, index) => numbers.indexOf(rule) !== index))];
}
