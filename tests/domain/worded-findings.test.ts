import { describe, expect, it } from "vitest";
import { plain } from "@/domain/findings/message";
import { plainSentence, sentenceMessages } from "@/domain/findings/sentence";
import { findingKey } from "@/domain/report/evidence";
import { LADDERS } from "@/domain/report/ladder";
import { overridesSections } from "@/domain/report/overrides";
import { worded } from "@/domain/report/wording";
import { type Chosen, sentenceAround } from "@/domain/wording/chosen";
import { claimsOf } from "@/domain/wording/claims";
import { wordedBlock, wordedFinding } from "@/domain/wording/worded";
import messages from "@/messages/en.json";
import { english } from "../support/english";
import { approvalItem, approvalTally, scaleItem, scaleTally } from "../support/release-of";
import { language } from "../support/report-facts";
import { chosen, claimOf, findingOf, ofChoice, ofScale, said } from "../support/worded";

describe("the words of a finding", () => {
  it.each([
    [
      chosen("generallyFor"),
      "On “s 0”, participants generally supported the proposition; however, there was no consensus. This view was not shared by all.",
    ],
    [chosen("noCommonView"), "On “s 0”, no common view emerged. No view was shared by all."],
    [
      chosen("largelyFor", { wording: "{phrase} that the UN should help" }),
      "Participants largely agreed that the UN should help. This view was not shared by all.",
    ],
    [
      chosen("majorityFor", { wording: "After debate, {phrase} the offer, on request." }),
      "After debate, a majority supported the offer, on request. There was no consensus. This view was not shared by all.",
    ],
  ])("[F79] are the row’s, or the chair’s around it: %j", (choice, sentence) => {
    expect(said(ofScale(0, 4, 7, 23, 11), choice)).toBe(sentence);
  });

  it("[F78] safeguards of the quorum stand in the chair’s own sentence too", () => {
    const finding = findingOf(scaleItem(5), scaleTally([0, 4, 7, 23, 11]), 160);
    const own = (before: string) =>
      said(finding, chosen("largelyFor", { wording: sentenceAround(before, "that reform is timely") }));
    expect(own("")).toMatch(
      /^Indicatively, among those responding, participants largely agreed that reform is timely\. /,
    );
    expect(own("After debate")).toMatch(
      /^Indicatively: After debate, among those responding, participants largely agreed/,
    );
    expect(own("It was late.")).toMatch(
      /^Indicatively: It was late. Among those responding, participants largely agreed/,
    );
  });

  it("[F78] nobody is said to have differed where the release reads “all or nearly all”", () => {
    expect(said(ofScale(0, 0, 1, 20, 20), chosen("widelyFor"))).toBe("On “s 0”, participants widely agreed.");
  });

  it("[F79] of a choice name the option that the figures name", () => {
    const finding = ofChoice(14, 9, 7);
    expect(said(finding, chosen("majorityPreferred", { reason: "It was read out in the room." }))).toContain(
      "a majority preferred “o 0”",
    );
    expect(said(finding, chosen("noOptionBroadSupport"))).not.toContain("o 0");
  });

  it("[F79] stand as drafted where nothing was chosen, and in a block only where something was", () => {
    const finding = ofScale(0, 4, 7, 23, 11);
    expect(
      wordedFinding(finding, {})
        .map((message) => plain(message, english))
        .join(" "),
    ).toBe(plainSentence(finding, english));
    expect(wordedBlock(finding, {})).toEqual({ kind: "finding", finding });
    expect(wordedBlock(finding, { "scale/s0": chosen("largelyFor") })).toEqual({ kind: "finding", finding });
    expect(wordedBlock(finding, { "scale/s0": chosen("majorityFor") }).sentences).toBeDefined();
  });

  it("[F80] every row that can be chosen has a sentence for the chair’s words", () => {
    for (const ladder of ["scale", "choice", "approval", "ranking"] as const)
      expect(Object.keys(messages.wording.own[ladder]).toSorted()).toEqual(
        LADDERS[ladder].filter((row) => row !== "tooFew").toSorted(),
      );
  });

  it("[F93] stand in the method annex beside those drafted, wherever the chair wrote the sentence", () => {
    const finding = ofScale(0, 4, 7, 23, 11);
    const tables = (choice: Chosen) =>
      overridesSections([{ number: 1, findings: [finding], chosen: { "scale/s0": choice } }])
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) =>
          block.kind === "table" && block.table.id === "sentences-1" ? [block.table] : [],
        );
    const wording = "After a long exchange, {phrase} that the UN should help";
    const [table] = tables(chosen("largelyFor", { wording }));
    expect(table?.rows.map(({ cells }) => cells.map((cell) => worded(cell, language)))).toEqual([
      [
        plainSentence(finding, english),
        "After a long exchange, participants largely agreed that the UN should help.",
      ],
    ]);
    expect(tables(chosen("generallyFor"))).toEqual([]);
  });

  it("[F93] of an approval stand beside the sentence of the same option", () => {
    const finding = findingOf(approvalItem(2), approvalTally([20, 8], 30));
    const claim = claimsOf(finding).at(-1);
    if (claim === undefined) throw new Error("the finding has words to choose");
    const words = {
      [claim.key]: chosen(claim.drafted, { wording: "After a long exchange, {phrase} of it" }),
    };
    const text = JSON.stringify(overridesSections([{ number: 2, findings: [finding], chosen: words }]));
    expect(text).toContain("After a long exchange,");
    expect(text).toContain(JSON.stringify(sentenceMessages(finding)[2]));
  });

  it("[F86] are kept under the key by which a report points at the finding", () => {
    for (const finding of [ofScale(0, 4, 7, 23, 11), ofChoice(14, 9, 7)])
      expect(claimOf(finding).key).toBe(findingKey(finding));
  });
});
