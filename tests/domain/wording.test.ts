import { describe, expect, it } from "vitest";
import type { Finding } from "@/domain/findings/finding";
import { claimsOf } from "@/domain/wording/claims";
import { offeredFor } from "@/domain/wording/offered";
import { approvalItem, approvalTally } from "../support/release-of";
import { chosen, claimOf, findingOf, issuesOf, ofChoice, ofScale } from "../support/worded";

const offered = (finding: Finding) =>
  offeredFor(finding, claimOf(finding)).map(({ phrase, standing }) => `${phrase} ${standing}`);

describe("the phrases offered", () => {
  it.each([
    [
      "largely agreed",
      ofScale(0, 4, 7, 23, 11),
      [
        "widelyFor stronger",
        "largelyFor figures",
        "generallyFor weaker",
        "majorityFor weaker",
        "noCommonView weaker",
      ],
    ],
    [
      "a majority did not support",
      ofScale(0, 16, 6, 8, 0),
      [
        "widelyAgainst stronger",
        "largelyAgainst stronger",
        "generallyAgainst stronger",
        "majorityAgainst figures",
        "noCommonView weaker",
      ],
    ],
    ["divided, nobody ahead", ofScale(0, 12, 6, 12, 0), ["divided figures", "noCommonView weaker"]],
    [
      "all or nearly all",
      ofScale(0, 1, 0, 20, 20),
      [
        "nearlyAllFor figures",
        "widelyFor weaker",
        "largelyFor weaker",
        "generallyFor weaker",
        "majorityFor weaker",
        "noCommonView weaker",
      ],
    ],
    [
      "a choice",
      ofChoice(14, 9, 7),
      [
        "widelyPreferred stronger",
        "generallyPreferred stronger",
        "majorityPreferred stronger",
        "moreAgreementCentredOn figures",
        "noOptionBroadSupport weaker",
      ],
    ],
    [
      "an option of an approval",
      findingOf(approvalItem(2), approvalTally([20, 8], 30)),
      [
        "widelySupported stronger",
        "generallySupported figures",
        "majoritySupported weaker",
        "someSupport weaker",
        "limitedSupport weaker",
      ],
    ],
  ])(
    "[F75] %s: weaker freely, stronger with a reason, no other direction, no consensus",
    (_, finding, rows) => {
      expect(offered(finding)).toEqual(rows);
    },
  );

  it("[F76] nothing is offered where there are too few responses or figures are not shown", () => {
    expect(claimsOf(ofScale(1, 1, 1, 2, 2))).toEqual([]);
    expect(claimsOf(ofChoice(4, 3))).toEqual([]);
    const approval = findingOf(approvalItem(3), approvalTally([12, 11, 1], 24));
    const shown =
      approval.kind === "approval" ? approval.options.filter(({ key }) => key !== "notShown") : [];
    expect(claimsOf(approval)).toHaveLength(shown.length);
  });

  it("[F77] nothing stronger is kept without a reason, and a weaker phrase needs none", () => {
    const finding = ofScale(0, 4, 7, 23, 11);
    expect(issuesOf(finding, chosen("widelyFor"))).toEqual(["reason"]);
    expect(issuesOf(finding, chosen("widelyFor", { reason: "  short  " }))).toEqual(["reason"]);
    expect(
      issuesOf(finding, chosen("widelyFor", { reason: "No delegation objected when it was read out." })),
    ).toEqual([]);
    expect(issuesOf(finding, chosen("majorityFor"))).toEqual([]);
    expect(issuesOf(finding, chosen("nearlyAllFor", { reason: "It was read out in the room." }))).toEqual([
      "notOffered",
    ]);
    expect(issuesOf(finding, chosen("majorityAgainst", { reason: "It was read out in the room." }))).toEqual([
      "notOffered",
    ]);
  });

  it("[F81] a reason names nobody and singles nobody out", () => {
    const finding = ofScale(0, 4, 7, 23, 11);
    const because = (reason: string) => issuesOf(finding, chosen("widelyFor", { reason }));
    expect(because("Malaysia read it out and nobody objected.")).toEqual(["named"]);
    expect(because("One delegation withdrew its objection.")).toEqual(["individual"]);
  });

  it("[F79] the chair’s sentence holds the phrase exactly once, and something besides", () => {
    const finding = ofScale(0, 4, 7, 23, 11);
    const around = (wording: string) => issuesOf(finding, chosen("largelyFor", { wording }));
    expect(around("Participants largely agreed on this.")).toEqual(["marker"]);
    expect(around("{phrase} and {phrase}.")).toEqual(["marker"]);
    expect(around("{phrase}")).toEqual(["empty"]);
    expect(around(`{phrase} ${"that reform is timely and ".repeat(40)}`)).toEqual(["length"]);
    expect(around("{phrase} that reform is timely.")).toEqual([]);
  });
});
