import "server-only";
import { dateWords } from "@/domain/consultation/moment";
import type { Edition } from "@/domain/edition/edition";
import { runningNotices, withdrawalNotices } from "@/domain/edition/front";
import type { Letter } from "@/domain/letter/letter";
import type { Language } from "@/domain/report/wording";
import { dayIn, languageParts, pageWords, say } from "./say";
import { setAsPdf } from "./typst";

/** The letter of transmittal of an edition as PDF/UA-1, from data alone. The same data gives the same bytes. */
export function letterPdf(letter: Letter, edition: Edition, language: Language): Uint8Array {
  const { addressee, reference, subject, agendaItem, salutation, paragraphs, closing, signatories, annex } =
    letter;
  const annexed = say(language, "reportFiles.letter.annex", { annex });
  return setAsPdf("letter", {
    ...languageParts(language),
    title: say(language, "reportFiles.letter.title", { subject }),
    subject: annexed,
    authors: signatories.map(({ mission }) => mission),
    marks: runningNotices(edition, language),
    notices: withdrawalNotices(edition, language),
    page: pageWords(language),
    date: dayOf(letter, edition),
    addressee,
    reference: reference === "" ? "" : say(language, "reportFiles.letter.reference", { reference }),
    placeAndDate: placeAndDate(letter, language),
    about: subject === "" ? "" : say(language, "reportFiles.letter.subject", { subject }),
    agendaItem: agendaItem === "" ? "" : say(language, "reportFiles.letter.agendaItem", { item: agendaItem }),
    salutation,
    paragraphs,
    closing,
    signatories,
    annex: annexed,
  });
}

/** The middle of the day that the letter bears, so that no time zone makes another day of it; null for a draft without. */
function noonOf({ date }: Letter): string | null {
  const noon = `${date}T12:00:00.000Z`;
  return Number.isNaN(Date.parse(noon)) ? null : noon;
}

function placeAndDate(letter: Letter, language: Language): string {
  const noon = noonOf(letter);
  if (noon === null) return letter.place;
  const date = dateWords(noon, "UTC", language.locale);
  return letter.place === ""
    ? date
    : say(language, "reportFiles.letter.placeAndDate", { place: letter.place, date });
}

function dayOf(letter: Letter, { publishedAt, report }: Edition) {
  const noon = noonOf(letter);
  return noon === null ? dayIn(publishedAt, report.timeZone) : dayIn(noon, "UTC");
}
