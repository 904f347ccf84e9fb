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
  it.each(["unseen", "later"] as const)(
    "[F72] finds the contradicting sentences of the set “%s”, and takes few of its harmless ones for such",
    (half) => {
      const { contradicting, harmless } = chairsSentences()[half];
      const refused = (sentences: readonly string[]) => sentences.filter((text) => issuesOf(text).length > 0);
      expect(refused(contradicting)).toHaveLength(contradicting.length);
      expect(20 * refused(harmless).length).toBeLessThanOrEqual(harmless.length);
    },
  );

  it("[F72] finds three of twenty sentences written to slip through, and refuses no harmless one beside them", () => {
    const { contradicting, harmless } = chairsSentences().heldOut;
    const refused = (sentences: readonly string[]) => sentences.filter((text) => issuesOf(text).length > 0);
    expect(refused(contradicting)).toHaveLength(3);
    expect(refused(harmless)).toEqual([]);
  });

  it.each([
    "delegations were united on this",
    "so that the matter is now agreed",
    "objections were not heard",
    "disagreement was not voiced",
    "which met with general approval",
    "which enjoys full support",
    "and all others were in favour",
  ])("[F89] finds unity, agreement and the denial of objections: %s", (said) => {
    expect(issuesOf(`{phrase} that help is useful, ${said}.`).map(({ code }) => code)).toEqual(
      expect.arrayContaining([expect.stringMatching(/consensus|universal/)]),
    );
  });

  it.each([
    "a view held in particular by the African States",
    "while the Western delegations were sceptical",
    "and a permanent member of the Security Council warned",
    "although the host country disagreed",
    "while a major troop contributor objected",
  ])("[F90] finds whoever is told by region, group or standing: %s", (said) => {
    expect(issuesOf(`{phrase} that help is useful, ${said}.`)).toContainEqual(
      expect.objectContaining({ code: "individual" }),
    );
  });

  it.each([
    "{phrase} that the host country should be consulted first.",
    "{phrase} that small island developing States should not be left out.",
    "{phrase} that troop-contributing countries should be informed by the Secretariat.",
  ])("[F90] lets a text speak of them: %s", (text) => {
    expect(issuesOf(text)).toEqual([]);
  });

  it.each([
    "but this did not find support",
    "though in truth delegations were against it",
    "though most preferred bilateral channels",
    "while resistance prevailed",
  ])("[F91] finds the contrary in a clause of its own: %s", (said) => {
    expect(issuesOf(`{phrase} that help is useful, ${said}.`)).not.toEqual([]);
  });

  it.each([
    "but this was opposed by some",
    "though this was not shared by all",
    "while some preferred bilateral channels",
  ])("[F91] lets be said that some held otherwise: %s", (said) => {
    expect(issuesOf(`{phrase} that help is useful, ${said}.`)).toEqual([]);
  });

  it.each(["with a few delegations opposed", "with some opposed", "while a handful of delegations objected"])(
    "[F92] where the release reads “all or nearly all”, nobody is said to have differed: %s",
    (said) => {
      const item = scaleItem(5);
      const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, scaleTally([0, 1, 0, 20, 20])));
      if (finding === undefined) throw new Error("a statement gives a finding");
      const about = { finding, optionId: null, phrase: "nearlyAllFor" };
      expect(contradictionsIn(`{phrase} that reform is timely, ${said}.`, about, [])).not.toEqual([]);
    },
  );

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

  it.each(["Deutschland", "Magyarországon", "대한민국", "🇩🇪", "G e r m a n y"])(
    "[F94] refuses a State by %s as by its English name",
    (named) => {
      expect(issuesOf(`{phrase} that reform is timely, as ${named} has shown.`)).toEqual([
        { code: "named", passage: named },
      ]);
    },
  );

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
