import { z } from "zod";
import type { Identifying } from "@/domain/anonymity/identifying";
import { pointedAt } from "@/domain/wording/pointed-at";
import { readingOf } from "@/domain/wording/reading";
import type { Copied } from "./copied";

/** Characters that the wording of a theme may have: it stands in a table and within a sentence. */
export const LONGEST_WORDING = 200;

export const wordingSchema = z.string().trim().max(LONGEST_WORDING);

/** What keeps a wording from being used; each has a sentence under `themes.wording` of `messages/`. */
export type WordingIssue =
  | { readonly kind: "empty" }
  | { readonly kind: "copied"; readonly words: number; readonly passage: string }
  | { readonly kind: "names"; readonly passage: string };

/** What finds passages in a wording. Handed in: a browser fetches the many names only once somebody writes. */
export type WordingChecks = {
  readonly copied: (wording: string) => Copied | null;
  readonly identifying: (wording: string) => readonly Identifying[];
};

/**
 * What is wrong with the wording of a theme: it is a paraphrase, and tells nobody whose it is. Screen, save and release ask
 * this same function. That it speaks of "us" is a matter of style and no issue.
 */
export function wordingIssues(wording: string, checks: WordingChecks): WordingIssue[] {
  if (wording.trim() === "") return [{ kind: "empty" }];
  const copied = checks.copied(wording);
  const named = checks.identifying(wording).flatMap(({ kind, passage }) => (kind === "own" ? [] : [passage]));
  // "The host country objects" names nobody, and tells whose the point is all the same.
  const told = pointedAt(readingOf(wording)).filter(
    (passage) => !named.some((name) => name.includes(passage)),
  );
  return [
    ...(copied === null ? [] : [{ kind: "copied", ...copied } as const]),
    ...[...new Set([...named, ...told])].map((passage): WordingIssue => ({ kind: "names", passage })),
  ];
}
