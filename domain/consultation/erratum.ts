import { identifying } from "@/domain/anonymity/identifying";
import type { Issue } from "@/domain/issue";

const HOUR = 3_600_000;

/** Hours for which authors can copy the answers of a withdrawn round. */
export const LEAST_COPYING = 24;
export const USUAL_COPYING = 72;
export const MOST_COPYING = 336;

/** Characters of the reason, which stands in the signed record for good. */
export const MOST_REASON = 600;

/** Why a round is withdrawn, and for how many hours its answers can still be read back by their authors. */
export type Withdrawal = { readonly reason: string; readonly copyHours: number };

/** What is wrong with a withdrawal as a host words it; `at` names the field. */
export function withdrawalIssues({ reason, copyHours }: Withdrawal): Issue[] {
  const issues: Issue[] = [];
  if (reason.trim() === "") issues.push({ code: "withdrawal_reason_missing", at: "reason" });
  if (reason.length > MOST_REASON)
    issues.push({ code: "withdrawal_reason_long", at: "reason", values: { most: MOST_REASON } });
  // Whoever it names could be taken for the author of an answer.
  const named = identifying(reason).filter(({ kind }) => kind !== "own");
  for (const passage of new Set(named.map((one) => one.passage)))
    issues.push({ code: "withdrawal_reason_names", at: "reason", values: { passage } });
  if (!Number.isInteger(copyHours) || copyHours < LEAST_COPYING || copyHours > MOST_COPYING)
    issues.push({
      code: "copying_hours_out_of_bounds",
      at: "copyHours",
      values: { least: LEAST_COPYING, most: MOST_COPYING },
    });
  return issues;
}

/** Until when answers of a round that is withdrawn now can be read back. */
export function copiesUntil(now: Date, { copyHours }: Withdrawal): Date {
  return new Date(now.getTime() + copyHours * HOUR);
}
