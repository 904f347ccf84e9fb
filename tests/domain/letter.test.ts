import { describe, expect, it } from "vitest";
import { defaultLetter, withAgendaItem, withSignatories } from "@/domain/letter/default-letter";
import { letterIssues } from "@/domain/letter/issues";
import type { Letter } from "@/domain/letter/letter";
import { letterSchema } from "@/domain/letter/shape";
import { letterStanding } from "@/domain/letter/standing";
import { facts, language } from "../support/report-facts";

const coHosts = ["Permanent Mission of Malaysia", "Mission of Somewhere"];
const { title, subject, rule, rounds } = facts;
const begun = defaultLetter(
  { title, subject, rule, rounds, coHosts, today: "2011-06-14", place: "New York" },
  language,
);
const complete: Letter = {
  ...begun,
  addressee: ["The President of the General Assembly"],
  signatories: begun.signatories.map((each) => ({
    ...each,
    name: "A. Name",
    title: "Permanent Representative",
  })),
};
const codes = (letter: Letter) => letterIssues(letter, coHosts).map(({ code, at }) => [code, at]);

describe("the letter to begin from", () => {
  it("[R90] is filled in with what is known, and has the addressee and the names to fill", () => {
    expect(letterSchema.parse(begun)).toEqual(begun);
    expect(begun).toMatchObject({ addressee: [], date: "2011-06-14", place: "New York", subject: title });
    expect(begun.signatories).toEqual([
      { name: "", title: "Permanent Representative of Malaysia to the United Nations", mission: coHosts[0] },
      { name: "", title: "", mission: coHosts[1] },
    ]);
    expect(codes(begun)).toEqual([
      ["letter_addressee_missing", "addressee"],
      ["letter_name_missing", coHosts[0]],
      ["letter_name_missing", coHosts[1]],
      ["letter_title_missing", coHosts[1]],
    ]);
  });

  it("[R90] transmits, tells how it was held, binds nobody, hopes to be of use and asks to be circulated", () => {
    const [transmit, held, views, use, request] = begun.paragraphs;
    expect(transmit).toContain("We have the honour to transmit to you the chair’s summary of a consultation");
    expect(held).toContain("held in one round, from 10 January 2011 to 14 January 2011");
    expect(views).toContain("does not necessarily reflect the views of each of those who took part");
    expect(use).toContain("of use wherever the subject is discussed further");
    expect(request).toContain("circulated to all Member States as a document.");
  });

  it("[R91] names the agenda item in its request, as long as nobody worded that otherwise", () => {
    const under = withAgendaItem(begun, "33", language);
    expect(under.paragraphs.at(-1)).toContain("as a document under agenda item 33.");
    expect(withAgendaItem(under, "", language)).toEqual(begun);
    const own = { ...begun, paragraphs: ["Kindly circulate it."] };
    expect(withAgendaItem(own, "33", language)).toEqual({ ...own, agendaItem: "33" });
  });
});

describe("a letter", () => {
  it("[R92] lacks nothing once it has an addressee, a date, a place, words, and a name and title for each co-host", () => {
    expect(letterIssues(complete, coHosts)).toEqual([]);
    const emptied: Letter = {
      ...complete,
      addressee: [" "],
      date: "",
      place: "",
      subject: "",
      salutation: "",
      paragraphs: ["", " "],
      closing: "",
      annex: "",
    };
    expect(codes(emptied).map(([, at]) => at)).toEqual([
      "addressee",
      "date",
      "place",
      "subject",
      "salutation",
      "paragraphs",
      "closing",
      "annex",
    ]);
  });

  it("[R92] has one signatory for each co-host and no other", () => {
    const [first] = complete.signatories;
    if (first === undefined) throw new Error("the letter has signatories");
    const other = { ...first, mission: "Mission of Elsewhere" };
    expect(codes({ ...complete, signatories: [first, other] })).toEqual([
      ["letter_mission_unknown", "Mission of Elsewhere"],
      ["letter_mission_unsigned", "Mission of Somewhere"],
    ]);
    const mended = withSignatories({ ...complete, signatories: [first] }, coHosts, language);
    expect(mended.signatories.map(({ mission }) => mission)).toEqual(coHosts);
  });

  it("[R93] carries no document symbol of the United Nations as its reference", () => {
    for (const reference of ["A/65/123", "S/2011/45", "ST/SG/AC.10/1", "A/C.1/66/L.3"])
      expect(codes({ ...complete, reference })).toEqual([["letter_reference_is_symbol", "reference"]]);
    for (const reference of ["", "NYV/MILAD/2011/007", "TDT/2011/007", "PM 12/2011"])
      expect(codes({ ...complete, reference })).toEqual([]);
  });
});

describe("a letter and the edition that is signed", () => {
  it("[R99] goes with it unless it lacks something, and is older where a round closed after its date", () => {
    expect(letterStanding(null, coHosts, "2011-02-18")).toBe("none");
    expect(letterStanding(begun, coHosts, "2011-02-18")).toBe("incomplete");
    expect(letterStanding(complete, coHosts, "2011-02-18")).toBe("carried");
    expect(letterStanding(complete, coHosts, "2011-06-14")).toBe("carried");
    expect(letterStanding(complete, coHosts, "2011-06-15")).toBe("older");
    expect(letterStanding(complete, coHosts, null)).toBe("carried");
  });
});
