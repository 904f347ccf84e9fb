import { identifying } from "@/domain/anonymity/identifying";
import type { Issue } from "@/domain/issue";

/**
 * What keeps a reply of the co-hosts from standing in the report: whoever it names could be taken for the author of a
 * point. That it speaks of the co-hosts themselves is as it should be.
 */
export function windowReplyIssues(text: string): Issue[] {
  const named = identifying(text).filter(({ kind }) => kind !== "own");
  return [...new Set(named.map(({ passage }) => passage))].map((passage) => ({
    code: "window_reply_names",
    values: { passage },
  }));
}
