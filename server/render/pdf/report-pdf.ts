import "server-only";
import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { sectionParts } from "./report-parts";
import { dayIn, languageParts, pageWords, say } from "./say";
import { dated, isSigned, standingOf } from "./standing";
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
    ...standingOf(edition, language),
    imprint: imprintOf(edition, language),
    responsibility: say(language, "pdf.responsibility"),
    contents: say(language, "reportPage.contents"),
    page: pageWords(language),
    sections: sectionParts(report, language),
  });
}

/** Who issues it, which edition it is, and where it stands. An address is a link. */
function imprintOf(edition: Edition, language: Language) {
  const { report, number, kind, publishedAt, signatures, hash, address } = edition;
  const signed = signatures.map(({ mission, signedAt }) =>
    say(language, "pdf.signature", { mission, date: dated(edition, signedAt, language) }),
  );
  const entry = (label: string, ...lines: readonly string[]) => ({ label: say(language, label), lines });
  return [
    entry("reportPage.coHosts", ...report.coHosts),
    entry("pdf.edition", say(language, "pdf.editionKind", { number, kind })),
    entry(
      "reportPage.status",
      isSigned(edition)
        ? say(language, "reportPage.published", { date: dated(edition, publishedAt, language) })
        : say(language, "pdf.draft"),
    ),
    ...(isSigned(edition) ? [entry("pdf.signedBy", ...signed)] : []),
    entry("reportPage.address", address),
    ...(isSigned(edition) && hash !== null ? [entry("pdf.hash", hash)] : []),
  ];
}
