import "server-only";
import { dateWords } from "@/domain/consultation/moment";
import type { Edition } from "@/domain/edition/edition";
import type { Letter } from "@/domain/letter/letter";
import type { Language } from "@/domain/report/wording";
import { dayIn, languageParts, pageWords, say } from "./say";
import { standingOf } from "./standing";
import { setAsPdf } from "./typst";

/** The letter of transmittal of an edition as PDF/UA-1, from data alone. The same data gives the same bytes. */
export function letterPdf(letter: Letter, edition: Edition, language: Language): Uint8Array {
  const { addressee, reference, subject, agendaItem, salutation, paragraphs, closing, signatories, annex } =
    letter;
  const about = (key: string, text: string) => (text === "" ? [] : [{ label: say(language, key), text }]);
  return setAsPdf("letter", {
    ...languageParts(language),
    title: say(language, "pdf.letter.title", { subject }),
    subject: say(language, "pdf.letter.annex", { title: annex }),
    authors: signatories.map(({ mission }) => mission),
    ...standingOf({ ...edition, corrigendum: null }, language),
    page: pageWords(language),
    date: dayOf(letter, edition),
    addressee,
    reference: reference === "" ? "" : say(language, "pdf.letter.reference", { reference }),
    placeAndDate: placeAndDate(letter, language),
    about: [...about("pdf.letter.subject", subject), ...about("pdf.letter.agendaItem", agendaItem)],
    salutation,
    paragraphs,
    closing,
    signatories,
    annex: say(language, "pdf.letter.annex", { title: annex }),
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
  return letter.place === "" ? date : say(language, "pdf.letter.placeAndDate", { place: letter.place, date });
}

function dayOf(letter: Letter, { publishedAt, report }: Edition) {
  const noon = noonOf(letter);
  return noon === null ? dayIn(publishedAt, report.timeZone) : dayIn(noon, "UTC");
}
