import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";

/** The rows of the ladder for one option of an approval. Not ticking is never opposing. */
export const APPROVAL_PHRASES = [
  "tooFew",
  "nearlyAllSupported",
  "widelySupported",
  "generallySupported",
  "majoritySupported",
  "someSupport",
  "limitedSupport",
] as const;
export type ApprovalPhrase = (typeof APPROVAL_PHRASES)[number];

/** The row for `count` approvals among `answered`, of which n − 2 or more read "all or nearly all" in a release. */
export function approvalPhrase(count: number, answered: number): ApprovalPhrase {
  if (answered < FEWEST_POSITIONS) return "tooFew";
  if (count >= answered - 2) return "nearlyAllSupported";
  if (5 * count >= 4 * answered) return "widelySupported";
  if (3 * count >= 2 * answered) return "generallySupported";
  if (2 * count > answered) return "majoritySupported";
  return 3 * count >= answered ? "someSupport" : "limitedSupport";
}
