import { describe, expect, it } from "vitest";
import { findingsOf } from "@/domain/findings/finding";
import { contradictionsIn } from "@/domain/wording/contradictions";
import { chairsFinding, chairsSentences, issuesOf } from "../support/chairs-sentences";
import { questionnaireOf, releaseOf, scaleItem, scaleTally } from "../support/release-of";

const { seen } = chairsSentences();

describe("a chair's sentence around the phrase", () => {
  it.each(seen.contradicting)("[F70] contradicts the figures and is refused with the reason: %s", (text) => {
    expect(issuesOf(text)).not.toEqual([]);
  });

  it.each(seen.harmless)("[F71] is harmless and passes: %s", (text) => {
    expect(issuesOf(text)).toEqual([]);
  });
});

describe("the check of a chair's sentence", () => {
  it("[F72] finds every contradicting sentence of those written after it, and takes few harmless ones for such", () => {
    const { unseen } = chairsSentences();
    const refused = (sentences: readonly string[]) => sentences.filter((text) => issuesOf(text).length > 0);
    expect(refused(unseen.contradicting)).toHaveLength(unseen.contradicting.length);
    expect(20 * refused(unseen.harmless).length).toBeLessThanOrEqual(unseen.harmless.length);
  });

  it("[F73] lets the words of the question itself be quoted", () => {
    const quoting =
      "{phrase} that the United Nations should help national authorities to articulate defence strategies";
    expect(issuesOf(quoting)).toEqual([]);
    const about = (statement: string, sentence: string) =>
      contradictionsIn(
        sentence,
        { finding: chairsFinding(statement), optionId: null, phrase: "largelyFor" },
        [],
      );
    const sentence = "{phrase} that 14 advisers should go to Nepal.";
    expect(about("Advice is timely", sentence).map(({ code }) => code)).toEqual(["number", "named"]);
    expect(about("The UN should send 14 advisers to Nepal", sentence)).toEqual([]);
  });

  it.each([
    ["{phrase}, with 34 in favour.", []],
    ["{phrase}, with 76 % in favour.", []],
    ["{phrase}, with 34 opposed.", ["34"]],
    ["{phrase}, with 9 % in favour.", ["9 %"]],
    ["{phrase}, with thirty-four in support of it.", []],
    ["{phrase}, with seventy-six per cent supporting it.", []],
    ["{phrase}, with 75.6 per cent supporting it.", ["75.6 per cent"]],
    ["{phrase}, with three quarters supporting it.", ["three quarters"]],
  ])("[F74] holds a number against the side of which it is said: %s", (text, passages) => {
    expect(issuesOf(text).map(({ passage }) => passage)).toEqual(passages);
  });

  it("[F74] lets “all or nearly all” and “not all” be said only where the release reads so", () => {
    const item = scaleItem(5);
    const said = (counts: number[], sentence: string) => {
      const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, scaleTally(counts)));
      if (finding === undefined) throw new Error("a statement gives a finding");
      return contradictionsIn(sentence, { finding, optionId: null, phrase: "widelyFor" }, []).length;
    };
    const nearly =
      "All or nearly all of those taking a position were in favour; {phrase} that reform is timely.";
    expect(said([0, 1, 0, 20, 20], nearly)).toBe(0);
    expect(said([0, 4, 0, 20, 20], nearly)).toBeGreaterThan(0);
    const notAll = "{phrase} that reform is timely, though not all were convinced.";
    expect(said([0, 4, 0, 20, 20], notAll)).toBe(0);
    expect(said([0, 1, 0, 20, 20], notAll)).toBeGreaterThan(0);
  });
});
