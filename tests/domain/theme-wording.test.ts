import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifying } from "@/domain/anonymity/identifying";
import { copyFinder } from "@/domain/themes/copied";
import { wordingIssues } from "@/domain/themes/wording";

const ANSWERS = [
  "Costs must be clear. Equipping forces is not for the regular budget.",
  "Les coûts doivent être clairs dès le début, avant toute décision des capitales.",
  "国防部门改革应当由东道国政府主导，并且费用必须公开透明。",
];
const copied = copyFinder(ANSWERS);
const issues = (wording: string) => wordingIssues(wording, { copied, identifying });

describe("the wording of a theme", () => {
  it("[C1] may share seven words in a row with an answer, and no eight", () => {
    expect(issues("Equipping forces is not for the regular part")).toEqual([]);
    expect(issues("Say that equipping forces is not for the regular budget")).toEqual([
      { kind: "copied", words: 8, passage: "equipping forces is not for the regular budget" },
    ]);
  });

  it("[C2] is compared without capitals, accents and punctuation, and the longest passage is shown as it was written", () => {
    expect(issues("LES COUTS, doivent etre clairs: des le debut; avant toute réserve")).toEqual([
      { kind: "copied", words: 10, passage: "LES COUTS, doivent etre clairs: des le debut; avant toute" },
    ]);
  });

  it("[C3] in scripts without spaces shares at most eleven characters in a row", () => {
    expect(copied("国防部门改革应当由东道国")).toMatchObject({ words: 12 });
    expect(copied("国防部门改革应当由东道")).toBeNull();
  });

  it("[C1] is found to copy wherever eight words of an answer stand in it, and not where they are parted", () => {
    const word = fc.stringMatching(/^[a-z]{2,6}$/);
    const words = fc.uniqueArray(word, { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), fc.array(word, { maxLength: 4 }), (answer, place, around) => {
        const find = copyFinder([answer.join(" ")]);
        const from = place % (answer.length - 7);
        const passage = answer.slice(from, from + 8);
        expect(find([...around, ...passage].join(" "))?.words).toBeGreaterThanOrEqual(8);
        const parted = [...passage.slice(0, 4), "ZZ9", ...passage.slice(4)];
        expect(find(parted.join(" "))).toBeNull();
      }),
    );
  });

  it("[C4] names no State, people, capital or group, and may speak of missions and of the United Nations", () => {
    expect(issues("Follow the practice of Malaysia")).toEqual([{ kind: "names", passage: "Malaysia" }]);
    expect(issues("Ask Kuala Lumpur first").map(({ kind }) => kind)).toEqual(["names"]);
    expect(issues("Let the United Nations report existing field practice to the C-34")).toEqual([]);
    expect(issues("Let us be open about our costs")).toEqual([]);
  });

  it.each([
    "A permanent member of the Council objects",
    "The host country objects",
    "The Gulf States insist on consent",
    "The largest donors doubt the cost",
    "A concern voiced by African States",
  ])("[C50] tells no author by region, group or standing: %s", (wording) => {
    expect(issues(wording)).toEqual([expect.objectContaining({ kind: "names" })]);
  });

  it.each([
    "Small island developing States are left out",
    "Settle the legal basis first, with the consent of the host State",
    "Pay troop-contributing countries in time",
    "Consult neighbouring States before advice is given",
  ])("[C50] may speak of them: %s", (wording) => {
    expect(issues(wording)).toEqual([]);
  });

  it("[C5] is not empty", () => {
    expect(issues("  ")).toEqual([{ kind: "empty" }]);
  });
});
