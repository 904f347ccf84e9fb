import { dateWords } from "@/domain/consultation/moment";
import { type Front, frontOf, type ImprintEntry } from "@/domain/report/imprint";
import type { Language } from "@/domain/report/wording";
import type { Edition } from "./edition";

/** Whether a co-hosting mission has yet to sign it. Reports from before editions were signed by none. */
const isUnsigned = ({ signatures, report }: Edition) => signatures.length < report.coHosts.length;

/** In a few words what the top of each page of an edition says of it; nothing of one that is signed and real. */
export function runningNotices(edition: Edition, { translate }: Language): string[] {
  const say = (key: string) => translate(`reportFiles.${key}`, {});
  return [
    ...(edition.withdrawal === null ? [] : [say("withdrawnShort")]),
    ...(isUnsigned(edition) ? [say(edition.hash === null ? "unsigned" : "draft")] : []),
    ...(edition.report.simulated ? [translate("product.simulated", {})] : []),
  ];
}

/** What stands before the first section of an edition: of one from before editions, what a report has by itself. */
export function frontOfEdition(edition: Edition, language: Language): Front {
  const { report, hash } = edition;
  const own = frontOf(report, edition, language);
  const notices = noticesOf(edition, language);
  if (hash === null) return { ...own, notices };
  const { translate } = language;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    translate(`reportFiles.${key}`, values);
  const line = (label: string, ...values: string[]): ImprintEntry => ({ kind: "line", label, values });
  const imprint = own.imprint.map((entry) =>
    entry.kind === "line" && isUnsigned(edition) ? { ...entry, values: [say("draft")] } : entry,
  );
  return {
    notices,
    imprint: [
      ...imprint,
      line(say("edition"), say("editionValue", { number: edition.number, kind: edition.kind })),
      ...(edition.signatures.length === 0 ? [] : [signed(edition, language)]),
      line(say("hash"), hash),
      line(say("responsibility"), translate("report.mandate.responsibility", {})),
    ],
  };
}

function signed({ signatures, report }: Edition, { translate, locale }: Language): ImprintEntry {
  const values = signatures.map(({ mission, signedAt }) =>
    translate("reportFiles.signature", { mission, date: dateWords(signedAt, report.timeZone, locale) }),
  );
  return { kind: "list", label: translate("reportFiles.signatures", {}), values };
}

function noticesOf({ withdrawal, corrigendum, number, report }: Edition, language: Language): string[] {
  const say = (key: string, values: Record<string, string | number>) =>
    language.translate(`reportFiles.${key}`, values);
  const date = (moment: string) => dateWords(moment, report.timeZone, language.locale);
  return [
    ...(withdrawal === null
      ? []
      : [say("withdrawn", { date: date(withdrawal.withdrawnAt), reason: withdrawal.reason })]),
    ...(corrigendum === null ? [] : [say("corrigendum", { before: number - 1, corrigendum })]),
  ];
}
