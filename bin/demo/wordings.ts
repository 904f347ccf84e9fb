import type { Finding } from "@/domain/findings/finding";
import { type Claim, claimsOf } from "@/domain/wording/claims";
import { offeredFor, type Rung } from "@/domain/wording/offered";
import type { callRegistry } from "@/server/trpc/router";

type Caller = ReturnType<typeof callRegistry>;
type Worded = { readonly finding: Finding; readonly claim: Claim; readonly rung: Rung };

const NEXT_ABOVE: Readonly<Record<string, string>> = {
  majorityFor: "generallyFor",
  generallyFor: "largelyFor",
  largelyFor: "widelyFor",
  majorityPreferred: "generallyPreferred",
};

/**
 * What the chair of the demonstration changes before the findings of a round are published: one phrase is made weaker, one
 * stronger with a reason, and the sentence around a third is the chair's own.
 */
export async function wordFindings(
  caller: Pick<Caller, "publication" | "wordings">,
  round: { readonly consultationId: string; readonly roundId: string },
): Promise<void> {
  const { findings } = await caller.publication.drafts(round);
  const taken = new Set<string>();
  /** The first finding that has such a row to choose and was not taken yet. */
  const first = (fits: (worded: Worded) => boolean): Worded | undefined => {
    const found = findings
      .flatMap((finding) =>
        claimsOf(finding).flatMap((claim) =>
          offeredFor(finding, claim).map((rung): Worded => ({ finding, claim, rung })),
        ),
      )
      .find((worded) => !taken.has(worded.claim.key) && fits(worded));
    if (found !== undefined) taken.add(found.claim.key);
    return found;
  };
  const choose = ({ claim, rung }: Worded, reason: string | null, wording: string | null) =>
    caller.wordings.choose({
      ...round,
      findingKey: claim.key,
      position: 0,
      phrase: rung.phrase,
      reason,
      wording,
    });

  const weaker = first(({ claim, rung }) => claim.drafted === "widelyFor" && rung.phrase === "largelyFor");
  if (weaker !== undefined) await choose(weaker, null, null);
  // The next row above the one that the figures gave.
  const stronger = first(({ claim, rung }) => NEXT_ABOVE[claim.drafted] === rung.phrase);
  if (stronger !== undefined)
    await choose(
      stronger,
      "No delegation objected when the chair read this finding out before closing the meeting.",
      null,
    );
  const own = first(({ claim, rung }) => claim.ladder === "scale" && rung.standing === "figures");
  if (own?.finding.kind === "scale") {
    const about = own.finding.statement.replace(/\.$/, "");
    await choose(
      own,
      null,
      `When asked about “${about}”, {phrase}, as far as the answers of this first round go.`,
    );
  }
}
