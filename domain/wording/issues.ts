import type { Finding } from "@/domain/findings/finding";
import type { Chosen } from "./chosen";
import { type Claim, claimsOf } from "./claims";
import { contradictionsIn, namesIn, type WordingIssue } from "./contradictions";
import { offeredFor } from "./offered";
import { MARKER } from "./reading";

/** The longest sentence and the longest reason, in characters. */
export const LONGEST = { wording: 600, reason: 500 } as const;
/** Fewer characters give no reason. */
const SHORTEST_REASON = 10;

/** The finding and the claim of a round that a key names, or null where nothing there can be worded. */
export function claimAt(
  findings: readonly Finding[],
  key: string,
): { readonly finding: Finding; readonly claim: Claim } | null {
  for (const finding of findings) {
    const claim = claimsOf(finding).find((one) => one.key === key);
    if (claim !== undefined) return { finding, claim };
  }
  return null;
}

/**
 * What is to be put right before a choice can be kept; the screen and the command ask the same. `delegations` are the
 * names of the panel's seats.
 */
export function wordingIssues(
  finding: Finding,
  claim: Claim,
  { phrase, reason, wording }: Chosen,
  delegations: readonly string[],
): WordingIssue[] {
  const rung = offeredFor(finding, claim).find((offered) => offered.phrase === phrase);
  if (rung === undefined) return [{ code: "notOffered", passage: "" }];
  const reasonless = rung.standing === "stronger" ? reasonIssues(reason ?? "", delegations) : [];
  if (wording === null) return reasonless;
  const unread = sentenceIssues(wording);
  const about = { finding, optionId: claim.optionId, phrase };
  return [...reasonless, ...(unread.length > 0 ? unread : contradictionsIn(wording, about, delegations))];
}

/** What is kept of a choice: a reason only where the phrase needs one, texts without blanks at either end. */
export function keptChoice(finding: Finding, claim: Claim, { phrase, reason, wording }: Chosen): Chosen {
  const rung = offeredFor(finding, claim).find((offered) => offered.phrase === phrase);
  const needed = rung?.standing === "stronger" && reason !== null;
  return { phrase, reason: needed ? reason.trim() : null, wording: wording === null ? null : wording.trim() };
}

function reasonIssues(reason: string, delegations: readonly string[]): WordingIssue[] {
  const said = reason.trim().length;
  if (said < SHORTEST_REASON) return [{ code: "reason", passage: "" }];
  // A reason may tell what happened in the room; who did it, it may not.
  return [
    ...(said > LONGEST.reason ? [{ code: "length", passage: "" } as const] : []),
    ...namesIn(reason, delegations),
  ];
}

function sentenceIssues(wording: string): WordingIssue[] {
  const pieces = wording.split(MARKER);
  if (pieces.length !== 2) return [{ code: "marker", passage: "" }];
  if (pieces.every((piece) => piece.trim() === "")) return [{ code: "empty", passage: "" }];
  return wording.length > LONGEST.wording ? [{ code: "length", passage: "" }] : [];
}
