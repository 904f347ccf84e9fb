import { describe, expect, it } from "vitest";
import { letterWordIssues, noteWordIssues } from "@/domain/edition/circulated-words";
import { defaultLetter } from "@/domain/letter/default-letter";
import { LANGUAGE } from "@/server/letters/language";

const COHOSTS = ["Permanent Mission of Malaysia", "Permanent Mission of Slovakia"];
const given = {
  coHosts: COHOSTS,
  own: ["Defence sector reform", "The role of the United Nations", "The Chatham House Rule"],
  counts: [34, 45, 48, 64],
  percents: [76],
  severalSeats: false,
};
const letter = {
  ...defaultLetter(
    {
      title: "Defence sector reform",
      subject: "The role of the United Nations",
      rule: "The Chatham House Rule",
      coHosts: COHOSTS,
      rounds: [
        { opensAt: "2010-12-03T14:00:00Z", closedAt: "2011-02-18T18:00:00Z", timeZone: "America/New_York" },
      ],
      today: "2011-06-14",
      place: "New York",
    },
    LANGUAGE,
  ),
  addressee: ["The President of the General Assembly"],
};
const ofLetter = (paragraph: string) =>
  letterWordIssues({ ...letter, paragraphs: [...letter.paragraphs, paragraph] }, given);

const UNFOUNDED = [
  "Nobody objected, and the summary binds nobody.",
  "France proposed another way.",
  "Consensus was in fact reached.",
  "One delegation from the region dissented.",
  "91 delegations were in favour.",
  "Delegations were united on this.",
  "The host country objected.",
  "Two thirds opposed the paper.",
];

describe("the words of a letter", () => {
  it("[R76] to begin from are taken", () => {
    expect(letterWordIssues(letter, given)).toEqual([]);
  });

  it.each([
    "The Permanent Missions of Malaysia and Slovakia held three workshops, on 3 December 2010, 14 January and 18 February 2011.",
    "It does not claim that consensus was reached.",
    "The Malaysian and Slovak Missions invited 64 delegations; 48 responses were received.",
    "We thank all delegations that took part.",
    "The annex is submitted under agenda item 33 of the sixty-fifth session; see resolution 1325 (2000).",
  ])("[R76] may name co-hosts, dates, references and figures of the report: %s", (paragraph) => {
    expect(ofLetter(paragraph)).toEqual([]);
  });

  it.each(UNFOUNDED)("[R76] that say what no figure shows are refused, at their field: %s", (paragraph) => {
    expect(ofLetter(paragraph)).toContainEqual(expect.objectContaining({ at: "paragraphs" }));
  });
});

describe("a corrigendum or the reason of a withdrawal", () => {
  it.each([
    "In table 3, 43 should read 34.",
    "The edition gave the wrong share: 67 per cent should have been 76 per cent.",
    "For “consensus was reached” read “views were divided”.",
    "The order of the co-hosting missions was wrong: Malaysia stands before Slovakia.",
    "Paragraph 12 of the annex was omitted.",
  ])("[R77] may say which figure or words were wrong: %s", (text) => {
    expect(noteWordIssues(text, given)).toEqual([]);
  });

  it.each([...UNFOUNDED, "Malaysia objected to the figures.", "It should read “consensus was reached”."])(
    "[R77] that says what no figure shows is refused: %s",
    (text) => {
      expect(noteWordIssues(text, given)).not.toEqual([]);
    },
  );
});
