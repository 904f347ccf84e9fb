import type { Finding } from "@/domain/findings/finding";
import { type Claim, claimsOf } from "./claims";
import { offeredFor, type Rung } from "./offered";
import { MARKER } from "./reading";

/** What a chair chose for one claim. */
export type Chosen = {
  /** A row of the claim's ladder. */
  readonly phrase: string;
  /** Why it is stronger than the figures; null where it is not. */
  readonly reason: string | null;
  /** The sentence around the phrase, which stands at `{phrase}`; null for the sentence as drafted. */
  readonly wording: string | null;
};

/** What was chosen in one round, by the key of the claim; claims without an entry stand as drafted. */
export type ChosenWords = Readonly<Record<string, Chosen>>;

/** A choice that can be carried out: its row is among those offered, and its sentence has a place for the phrase. */
export type Choice = { readonly claim: Claim; readonly rung: Rung; readonly chosen: Chosen };

/** What was chosen of a finding, where it differs from the draft. */
export function choicesOf(finding: Finding, words: ChosenWords): Choice[] {
  return claimsOf(finding).flatMap((claim) => {
    const chosen = words[claim.key];
    if (chosen === undefined || isDraft(claim, chosen)) return [];
    const rung = offeredFor(finding, claim).find(({ phrase }) => phrase === chosen.phrase);
    return rung === undefined ? [] : [{ claim, rung, chosen }];
  });
}

/** What was chosen for these findings alone: what stands for another may tell what it found. */
export function chosenFor(findings: readonly Finding[], words: ChosenWords): ChosenWords {
  const keys = new Set(findings.flatMap((finding) => claimsOf(finding).map(({ key }) => key)));
  return Object.fromEntries(Object.entries(words).filter(([key]) => keys.has(key)));
}

/** Whether a choice is the draft itself. */
export const isDraft = ({ drafted }: Claim, { phrase, wording }: Chosen): boolean =>
  phrase === drafted && wording === null;

/** The chair's sentence before and after the phrase. */
export function aroundPhrase(wording: string): { readonly before: string; readonly after: string } {
  const [before = "", after = ""] = wording.split(MARKER);
  return { before: before.trim(), after: after.trim() };
}

/** A sentence with its phrase at the marker, from what stands before and after it. */
export function sentenceAround(before: string, after: string): string {
  const [start, end] = [before.trim(), after.trim()];
  const gap = end === "" || /^[,;:.!?)]/.test(end) ? "" : " ";
  return `${start}${start === "" ? "" : " "}${MARKER}${gap}${end}`;
}
