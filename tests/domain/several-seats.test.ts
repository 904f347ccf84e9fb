import { describe, expect, it } from "vitest";
import { makeRelease, parseRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { plainSentence } from "@/domain/findings/sentence";
import { defaultLetter } from "@/domain/letter/default-letter";
import { evidenceOf } from "@/domain/report/evidence";
import type { ReportFacts } from "@/domain/report/facts";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { contradictionsBeside } from "@/domain/summary/contradicting";
import { contradictionsIn } from "@/domain/wording/contradictions";
import { delegationsCounted } from "@/domain/wording/delegations-counted";
import { readingOf } from "@/domain/wording/reading";
import messages from "@/messages/en.json";
import { rankingTallyOf } from "../support/ballots";
import { english } from "../support/english";
import { facts, items, language, participation, publication, questionnaire } from "../support/report-facts";

/** With a ranking whose order is given. */
const order = { places: [["o0"], ["o1"], ["o2"]], weight: 30 };
const ranked = {
  ...items,
  ranking: rankingTallyOf(["o0", "o1", "o2"], [order]),
};

/** The report's facts, from a panel in which some delegation has several seats or none has. */
function heldWith(severalSeats: boolean): ReportFacts {
  const taking = { ...participation, ...(severalSeats && { severalSeats: true as const }) };
  const release = makeRelease(questionnaire, { responses: 42, items: ranked }, taking, {});
  const findings = findingsOf(questionnaire, release);
  return { ...facts, rounds: facts.rounds.map((round) => ({ ...round, release, findings })) };
}

const several = heldWith(true);
const textOf = (from: ReportFacts) => toMarkdown(reportOf(from), publication, language);
const sentencesWith = (text: string, word: RegExp) =>
  text.split(/(?<=[.:]) |\n/).filter((one) => word.test(one));

describe("a round with several seats of a delegation", () => {
  it("[P51] says so in its release, and one with a seat each reads as it always did", () => {
    const [release] = several.rounds.map((round) => round.release);
    expect(parseRelease(JSON.parse(JSON.stringify(release))).participation.severalSeats).toBe(true);
    const [single] = heldWith(false).rounds.map((round) => JSON.stringify(round.release));
    expect(single).toBe(
      JSON.stringify(makeRelease(questionnaire, { responses: 42, items: ranked }, participation, {})),
    );
    expect(single).not.toContain("severalSeats");
  });

  it("[P52] says in its report that figures are of participants, and nowhere counts delegations", () => {
    const text = textOf(several);
    expect(text).toContain(
      "Every figure in this report counts participants, one to a seat; none counts delegations.",
    );
    // Whom the consultation was held with, and this sentence: the word stands nowhere else in the whole report.
    expect(sentencesWith(text, /delegation/i)).toEqual([
      expect.stringContaining("consultation with delegations on the following subject:"),
      "Some delegations held several seats.",
      expect.stringContaining("none counts delegations."),
    ]);
    expect(text).toContain("Whether participants share it is said by Kendall’s W.");
    expect(textOf(heldWith(false))).toContain("Whether delegations share it is said by Kendall’s W.");
    expect(textOf(heldWith(false))).not.toContain("held several seats");
  });

  it("[P52] words every row of every ladder, and every safeguard, without counting delegations", () => {
    const everySentence = (value: unknown): string[] =>
      typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(everySentence);
    for (const part of ["findings", "report", "measures", "movement", "reportSummary", "wording"] as const)
      for (const sentence of everySentence(messages[part]).filter(
        (one) => one !== messages.measures.orderCaption,
      ))
        expect(delegationsCounted(readingOf(sentence)), sentence).toEqual([]);
    for (const finding of several.rounds.flatMap(({ findings }) => findings))
      expect(plainSentence(finding, english)).not.toMatch(/delegation/i);
  });

  it("[P52] is told of in the letter as of participants", () => {
    const { title, subject, rule, coHosts } = facts;
    const told = (severalSeats: boolean) =>
      defaultLetter(
        {
          title,
          subject,
          rule,
          coHosts,
          rounds: facts.rounds.map((round) => ({ ...round, severalSeats })),
          today: "2011-06-14",
          place: "New York",
        },
        language,
      ).paragraphs.join(" ");
    expect(told(true)).toContain("It put written questions to participants, who answered");
    expect(told(false)).toContain("It put written questions to delegations, which answered");
  });
});

describe("the chair's own words where a delegation has several seats", () => {
  const [finding] = several.rounds[0]?.findings ?? [];
  const [single] = heldWith(false).rounds[0]?.findings ?? [];
  const said = (sentence: string, of = finding) => {
    if (of === undefined) throw new Error("the round has findings");
    return contradictionsIn(sentence, { finding: of, optionId: null, phrase: "divided" }, []).flatMap(
      ({ code, passage }) => (code === "delegations" ? [passage] : []),
    );
  };

  it("[P53] may not speak of delegations in a finding, and may where each has one seat", () => {
    expect(said("Among delegations, {phrase}.")).toEqual(["delegations"]);
    expect(said("Among participants, {phrase}.")).toEqual([]);
    expect(said("{phrase} on the delegation of authority.")).toEqual([]);
    expect(said("Among delegations, {phrase}.", single)).toEqual([]);
  });

  it.each([
    ["Most delegations spoke of cost.", true],
    ["A number of the smaller delegations asked for time.", true],
    ["Delegations agreed to continue.", true],
    ["30 delegations took part.", true],
    ["The co-hosts will send this summary to delegations.", false],
    ["Many participants asked for time.", false],
  ])("[P53] may not count delegations in a text of the summary: %s", (text, refused) => {
    const codes = contradictionsBeside(evidenceOf(several.rounds))(text).map(({ code }) => code);
    expect(codes.includes("summary_counts_delegations")).toBe(refused);
    const otherwise = contradictionsBeside(evidenceOf(facts.rounds))(text).map(({ code }) => code);
    expect(otherwise).not.toContain("summary_counts_delegations");
  });
});
