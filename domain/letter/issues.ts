import type { Issue, IssueCode } from "@/domain/issue";
import type { Letter } from "./letter";

/** A/65/123, S/2011/45, ST/SG/AC.1/2, A/C.1/66/L.3, E/CN.4/2: symbols that the Secretariat gives to documents. */
const DOCUMENT_SYMBOL = /(?:^|\s)(?:A|S|E|T|ST|DP|TD|HS)\/(?:[A-Z]{1,5}[./\d]|\d)/;

const blank = (text: string) => text.trim() === "";

/** Everything that keeps a letter from being sent; `at` names the field, or the mission whose signatory it is about. */
export function letterIssues(letter: Letter, coHosts: readonly string[]): Issue[] {
  const required: readonly (readonly [keyof Letter, IssueCode, boolean])[] = [
    ["addressee", "letter_addressee_missing", letter.addressee.every(blank)],
    ["reference", "letter_reference_is_symbol", DOCUMENT_SYMBOL.test(letter.reference)],
    ["date", "letter_date_missing", blank(letter.date)],
    ["place", "letter_place_missing", blank(letter.place)],
    ["subject", "letter_subject_missing", blank(letter.subject)],
    ["salutation", "letter_salutation_missing", blank(letter.salutation)],
    ["paragraphs", "letter_without_paragraphs", letter.paragraphs.every(blank)],
    ["closing", "letter_closing_missing", blank(letter.closing)],
    ["annex", "letter_annex_missing", blank(letter.annex)],
  ];
  return [
    ...required.flatMap(([at, code, wanting]) => (wanting ? [{ code, at }] : [])),
    ...signatoryIssues(letter, coHosts),
  ];
}

function signatoryIssues({ signatories }: Letter, coHosts: readonly string[]): Issue[] {
  const unsigned = coHosts.filter((name) => !signatories.some(({ mission }) => mission === name));
  return [
    ...signatories.flatMap(({ name, title, mission }): Issue[] => {
      const about = { values: { mission }, at: mission };
      if (!coHosts.includes(mission)) return [{ code: "letter_mission_unknown", ...about }];
      return [
        ...(blank(name) ? [{ code: "letter_name_missing", ...about } as const] : []),
        ...(blank(title) ? [{ code: "letter_title_missing", ...about } as const] : []),
      ];
    }),
    ...unsigned.map(
      (mission): Issue => ({
        code: "letter_mission_unsigned",
        values: { mission },
        at: mission,
      }),
    ),
  ];
}
