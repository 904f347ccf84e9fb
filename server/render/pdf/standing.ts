import "server-only";
import { dateWords } from "@/domain/consultation/moment";
import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { say } from "./say";

/** Every co-host signs one exact version, which its hash names. */
export const isSigned = ({ hash, signatures }: Edition): boolean => hash !== null && signatures.length > 0;

/** A day in the time zone of the report. */
export const dated = ({ report }: Edition, instant: string, { locale }: Language): string =>
  dateWords(instant, report.timeZone, locale);

type Standing = { readonly mark: string | null; readonly notice: string };

/**
 * How an edition stands, which each of its files must tell: a `mark` at the head of every page, and a `notice` in a
 * whole sentence on the first.
 */
export function standingOf(edition: Edition, language: Language): { marks: string[]; notices: string[] } {
  const { report, withdrawal, corrigendum } = edition;
  const standing: Standing[] = [];
  if (withdrawal !== null) {
    const values = { date: dated(edition, withdrawal.withdrawnAt, language), reason: withdrawal.reason };
    standing.push({
      mark: say(language, "pdf.withdrawn", values),
      notice: say(language, "pdf.withdrawnNotice", values),
    });
  }
  if (corrigendum !== null)
    standing.push({ mark: null, notice: say(language, "pdf.corrigendum", { text: corrigendum }) });
  if (!isSigned(edition))
    standing.push({ mark: say(language, "pdf.draft"), notice: say(language, "pdf.draftNotice") });
  if (report.simulated)
    standing.push({ mark: say(language, "pdf.simulated"), notice: say(language, "pdf.simulatedNotice") });
  return {
    marks: standing.flatMap(({ mark }) => (mark === null ? [] : [mark])),
    notices: standing.map(({ notice }) => notice),
  };
}
