import { dateWords } from "@/domain/consultation/moment";
import type { Language } from "@/domain/report/wording";
import type { Edition } from "./edition";

export type Cited = Pick<Edition, "number" | "kind" | "publishedAt" | "address"> & {
  readonly report: Pick<Edition["report"], "title" | "coHosts" | "timeZone">;
};

/** How an edition is cited, as one line of plain text: co-hosts, title, edition, date, address. */
export function citationOf(
  { report, number, kind, publishedAt, address }: Cited,
  { translate, locale }: Language,
): string {
  return translate("editions.citation", {
    coHosts: report.coHosts.join("; "),
    title: report.title,
    number,
    kind,
    date: dateWords(publishedAt, report.timeZone, locale),
    address,
  });
}

/**
 * Dublin Core of an edition (ISO 15836, the fifteen elements that apply), for the head of its page: by name, a value or
 * one for each co-host.
 */
export function dublinCore(
  edition: Cited & { readonly report: Pick<Edition["report"], "subject"> },
  { translate }: Language,
  language: string,
): Readonly<Record<string, string | string[]>> {
  const { report, publishedAt, address, number, kind } = edition;
  return {
    "DC.title": report.title,
    "DC.creator": [...report.coHosts],
    "DC.publisher": [...report.coHosts],
    "DC.date": dayIn(publishedAt, report.timeZone),
    "DC.identifier": address,
    "DC.language": language,
    "DC.type": "Text",
    "DC.format": "text/html",
    "DC.description": translate("editions.description", {
      subject: report.subject || report.title,
      number,
      kind,
    }),
    "DC.rights": translate("editions.rights", {}),
  };
}

/** The day of a moment where it is dated, `2011-06-14`. */
function dayIn(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parts.format(new Date(instant));
}
