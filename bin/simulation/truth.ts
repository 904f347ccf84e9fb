import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Answers } from "@/domain/questionnaire/questionnaire";

/** What one simulated participant did in one round. */
export type RoundTruth = {
  /** Ed25519 public key, base64url. */
  readonly key: string;
  readonly receipt: string;
  readonly revision: number;
  readonly answers: Answers;
  /** SHA-256 per answer, base64url. */
  readonly leaves: readonly { readonly itemId: string; readonly hash: string }[];
  /** Open answers and the themes of the bank that they touch. */
  readonly texts: readonly {
    readonly itemId: string;
    readonly text: string;
    readonly themes: readonly string[];
  }[];
  /** When it was sent, counted over all submissions of the round from 1; edits add to the list. */
  readonly sentAs: readonly number[];
};

/** One seat: `code` and `enrolledAs` (counted from 1) are null for a seat that never enrolled. */
export type SeatTruth = {
  readonly delegation: string;
  /** The invitation's token, base64url. */
  readonly token: string;
  readonly code: string | null;
  readonly enrolledAs: number | null;
  /** By round number. */
  readonly rounds: Readonly<Record<string, RoundTruth>>;
};

/** What nobody but the simulation knows: who answered what, and in which order. It undoes the anonymity that it tests. */
export type Truth = {
  readonly consultation: string;
  readonly seed: string;
  readonly seats: readonly SeatTruth[];
};

/** The truth in a file, or null where there is no such file. */
export function readTruth(file: string): Truth | null {
  // Written by `writeTruth`.
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Truth) : null;
}

/** Writes the truth for its owner's eyes only. */
export function writeTruth(file: string, truth: Truth): void {
  writeFileSync(file, `${JSON.stringify(truth, null, 2)}\n`, { mode: 0o600 });
}

const TOKEN = /#([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/g;

/** The tokens of all invitation links in a text, whatever its format, each once. */
export function tokensIn(text: string): string[] {
  return [...new Set([...text.matchAll(TOKEN)].map(([, token = ""]) => token))];
}
