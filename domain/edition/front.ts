import { dateWords } from "@/domain/consultation/moment";
import { type Front, frontOf, type ImprintEntry } from "@/domain/report/imprint";
import type { Language } from "@/domain/report/wording";
import type { Edition } from "./edition";

/** Whether a co-hosting mission has yet to sign it. Reports from before editions, which have no hash, were signed by none. */
const isUnsigned = ({ hash, signatures, report }: Edition) =>
  hash === null || signatures.length < report.coHosts.length;

/** In a few words what the top of each page of an edition says of it; nothing of one that is signed and real. */
export function runningNotices(edition: Edition, language: Language): string[] {
  const { withdrawal, hash, report } = edition;
  const say = (key: string, values: Record<string, string> = {}) =>
    language.translate(`reportFiles.${key}`, values);
  return [
    ...(withdrawal === null
      ? []
      : [say("withdrawnShort", { date: dayOf(withdrawal.withdrawnAt, edition, language) })]),
    ...(isUnsigned(edition) ? [say(hash === null ? "unsigned" : "draft")] : []),
    ...(report.simulated ? [language.translate("product.simulated", {})] : []),
  ];
}

const dayOf = (moment: string, { report }: Edition, { locale }: Language) =>
  dateWords(moment, report.timeZone, locale);

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

function signed(edition: Edition, language: Language): ImprintEntry {
  const values = edition.signatures.map(({ mission, signedAt }) =>
    language.translate("reportFiles.signature", { mission, date: dayOf(signedAt, edition, language) }),
  );
  return { kind: "list", label: language.translate("reportFiles.signatures", {}), values };
}

function noticesOf(edition: Edition, language: Language): string[] {
  const { corrigendum, number } = edition;
  return [
    ...withdrawalNotices(edition, language),
    ...(corrigendum === null
      ? []
      : [language.translate("reportFiles.corrigendum", { before: number - 1, corrigendum })]),
  ];
}

/** When and why an edition was withdrawn, which its letter says as well; nothing of one in force. */
export function withdrawalNotices(edition: Edition, language: Language): string[] {
  const { withdrawal } = edition;
  if (withdrawal === null) return [];
  const date = dayOf(withdrawal.withdrawnAt, edition, language);
  return [language.translate("reportFiles.withdrawn", { date, reason: withdrawal.reason })];
}
