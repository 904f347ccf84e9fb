import "server-only";
import type { Edition } from "@/domain/edition/edition";
import { frontOfEdition, runningNotices } from "@/domain/edition/front";
import type { Language } from "@/domain/report/wording";
import { sectionParts } from "./report-parts";
import { dayIn, languageParts, pageWords, say } from "./say";
import { setAsPdf } from "./typst";

/** An edition of a report as PDF/UA-1, from its data alone. The same edition gives the same bytes. */
export function reportPdf(edition: Edition, language: Language): Uint8Array {
  const { report, publishedAt } = edition;
  const { title, subject, coHosts } = report;
  return setAsPdf("report", {
    ...languageParts(language),
    eyebrow: say(language, "reportPage.eyebrow"),
    title,
    subject,
    authors: coHosts,
    date: dayIn(publishedAt, report.timeZone),
    marks: runningNotices(edition, language),
    ...frontOfEdition(edition, language),
    contents: say(language, "reportPage.contents"),
    page: pageWords(language),
    sections: sectionParts(report, language),
  });
}
