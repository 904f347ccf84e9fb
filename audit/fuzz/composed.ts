import type { Letter } from "@/domain/letter/letter";

/** Ten hexadecimal digits, as an entry of a summary is named. */
export const encodedId = (nth: number) => (0x1000000000 + nth).toString(16);
/** A letter with nothing to put right but who signs. */
export const ANY_LETTER: Letter = {
  addressee: ["The President of the General Assembly"],
  reference: "TDT/1",
  date: "2027-03-01",
  place: "New York",
  subject: "A summary",
  agendaItem: "33",
  salutation: "Excellency,",
  paragraphs: ["We have the honour to transmit a summary."],
  closing: "Accept the assurances of our highest consideration.",
  signatories: [],
  annex: "Chair’s summary",
};
