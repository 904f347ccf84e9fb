import { identifying } from "@/domain/anonymity/identifying";
import type { Issue } from "@/domain/issue";
import { issueOf } from "@/domain/summary/contradicting";
import type { Figures } from "@/domain/wording/connective";
import { unfoundedIn } from "@/domain/wording/connective";

/**
 * What keeps a reply of the co-hosts from standing in the report: whoever it names could be taken for the author of a
 * point, and what it says of views rests on no figure but those `shown`. That it speaks of the co-hosts themselves is as it
 * should be.
 */
export function windowReplyIssues(text: string, shown: Figures): Issue[] {
  const named = identifying(text).filter(({ kind }) => kind !== "own");
  const unfounded = unfoundedIn(text, shown).filter(({ code }) => code !== "named");
  return [
    ...[...new Set(named.map(({ passage }) => passage))].map(
      (passage): Issue => ({ code: "window_reply_names", values: { passage } }),
    ),
    ...unfounded.map(issueOf),
  ];
}
