import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "@/domain/findings/message";
import { claimsOf } from "@/domain/wording/claims";
import { wordingIssues } from "@/domain/wording/issues";
import { offeredFor } from "@/domain/wording/offered";
import { wordedFinding } from "@/domain/wording/worded";
import { drawnFinding, safeguarded } from "../support/drawn-findings";
import { english } from "../support/english";

const chosen = (phrase: string, wording: string | null) => ({ phrase, reason: null, wording });

/** The share, or the W, that each row needs: what it claims, said once more and apart from the product. */
const NEEDS: readonly (readonly [RegExp, number])[] = [
  [/^nearlyAll/, 0.9],
  [/^widely/, 0.8],
  [/^(?:largely|clearlyFirst)/, 0.7],
  [/^generally/, 2 / 3],
  [/^majority/, 0.51],
  [/^moreAgreement/, 0.33],
  [/^some/, 0.3],
  [/^(?:sharedLead|divided)/, 0.2],
  [/^(?:no|limited)/, 0],
];
const needs = (row: string): number => NEEDS.find(([rows]) => rows.test(row))?.[1] ?? Number.NaN;

const SAID = {
  indicative: /indicatively/i,
  amongThoseResponding: /(?:among|of) those responding/i,
  groupsDiffer: /differences among groups/,
  notSharedByAll: /shared by all/,
  strongReservations: /strong reservations/,
} as const;

describe("whatever is chosen", () => {
  const anywhere = fc.tuple(
    drawnFinding,
    fc.nat(),
    fc.constantFrom(null, "{phrase} as was said", "After debate, {phrase}, on request"),
  );

  it("[F77] a weaker phrase never claims more than the drafted one, and a stronger one claims more and needs its reason", () => {
    fc.assert(
      fc.property(drawnFinding, (finding) => {
        for (const claim of claimsOf(finding))
          for (const { phrase, standing } of offeredFor(finding, claim)) {
            if (standing === "weaker") expect(needs(phrase)).toBeLessThan(needs(claim.drafted));
            if (standing === "stronger") expect(needs(phrase)).toBeGreaterThan(needs(claim.drafted));
            const codes = wordingIssues(finding, claim, chosen(phrase, null), []).map(({ code }) => code);
            expect(codes).toEqual(standing === "stronger" ? ["reason"] : []);
          }
      }),
    );
  });

  it("[F78] every safeguard that the finding had stands in its sentences", () => {
    fc.assert(
      fc.property(anywhere, safeguarded, ([drawn, which, wording], safeguards) => {
        const finding = drawn.kind === "scale" ? { ...drawn, safeguards } : drawn;
        for (const claim of claimsOf(finding)) {
          const rungs = offeredFor(finding, claim);
          const phrase = rungs[which % rungs.length]?.phrase ?? claim.drafted;
          const differs = phrase !== claim.drafted || wording !== null;
          const words = wordedFinding(finding, { [claim.key]: chosen(phrase, wording) });
          const text = words.map((message) => plain(message, english)).join(" ");
          if (differs) for (const safeguard of finding.safeguards) expect(text).toMatch(SAID[safeguard]);
          if (
            finding.kind === "approval" &&
            finding.options.some(
              (option) => option.amongThoseResponding && option.optionId === claim.optionId,
            )
          )
            expect(text).toMatch(SAID.amongThoseResponding);
        }
      }),
    );
  });
});
