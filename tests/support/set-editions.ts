import type { Edition } from "@/domain/edition/edition";
import type { Letter } from "@/domain/letter/letter";
import type { Block, Report } from "@/domain/report/document";
import { reportOf } from "@/domain/report/report";
import { facts, publication } from "./report-facts";

export const letter: Letter = {
  addressee: ["H.E. Mr. Joseph Deiss", "President of the General Assembly", "United Nations, New York"],
  reference: "TDT/2011/007",
  date: "2011-06-14",
  place: "New York",
  subject: "Summary of consultations on defence sector reform",
  agendaItem: "33, comprehensive review of peacekeeping operations",
  salutation: "Excellency,",
  paragraphs: [
    "We have the honour to transmit the summary of three rounds of consultations on the role of the United Nations in defence sector reform.",
    "We should be grateful if the present letter and its annex could be circulated as a document of the General Assembly, under agenda item 33.",
  ],
  closing: "Accept, Excellency, the assurances of our highest consideration.",
  signatories: [
    { name: "A. Rahman", title: "Permanent Representative", mission: "Permanent Mission of Malaysia" },
    { name: "B. de Vries", title: "Chargé d’affaires a.i.", mission: "Permanent Mission of the Netherlands" },
  ],
  annex: "Defence sector reform: the UN’s role",
};

export const HASH = "b41e07c922d8".padEnd(64, "0");

/** A signed edition of the report of `report-facts`, or of another, with whatever a test changes. */
export const editionOf = (changes: Partial<Edition> = {}): Edition => ({
  ...publication,
  slug: "dsr",
  number: 2,
  kind: "final",
  report: reportOf(facts),
  letter,
  hash: HASH,
  signatures: [
    { mission: "Permanent Mission of Malaysia", signedAt: "2011-01-18T15:00:00.000Z" },
    { mission: "Permanent Mission of the Netherlands", signedAt: "2011-01-19T15:00:00.000Z" },
  ],
  corrigendum: null,
  withdrawal: null,
  ...changes,
});

/** A report of these blocks alone. */
export const reportWith = (blocks: readonly Block[], changes: Partial<Report> = {}): Report => ({
  title: "A report",
  subject: "",
  coHosts: ["Malaysia"],
  rounds: [1],
  timeZone: "America/New_York",
  simulated: false,
  sections: [{ id: "part", heading: "A part", level: 2, blocks }],
  ...changes,
});
