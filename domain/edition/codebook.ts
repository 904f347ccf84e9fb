import { ANNEX_COLUMNS, STATUSES } from "@/domain/report/annex";
import type { Language } from "@/domain/report/wording";
import type { Edition } from "./edition";
import { frontOfEdition } from "./front";

/** One line of the codebook: what a column or a value means, or what the file is of. */
export type CodebookEntry = {
  readonly kind: "file" | "column" | "status";
  readonly name: string;
  readonly meaning: string;
};

/** What the data are of, in label and words: for whoever meets them without the report. */
export function provenance(edition: Edition, language: Language): { label: string; words: string }[] {
  const { report } = edition;
  const { notices, imprint } = frontOfEdition(edition, language);
  const say = (key: string) => language.translate(`reportFiles.annex.${key}`, {});
  return [
    { label: say("title"), words: report.title },
    { label: say("subject"), words: report.subject },
    ...notices.map((words) => ({ label: say("notice"), words })),
    ...(report.simulated ? [{ label: say("notice"), words: say("simulated") }] : []),
    ...imprint.map(({ label, values }) => ({ label, words: values.join("; ") })),
  ].filter(({ words }) => words !== "");
}

/** What every column and value of the data means, after what the file is of. */
export function codebook(edition: Edition, language: Language): CodebookEntry[] {
  const say = (key: string) => language.translate(`reportFiles.annex.${key}`, {});
  return [
    ...provenance(edition, language).map(
      ({ label, words }): CodebookEntry => ({ kind: "file", name: label, meaning: words }),
    ),
    ...ANNEX_COLUMNS.map(
      (name): CodebookEntry => ({ kind: "column", name, meaning: say(`columns.${name}`) }),
    ),
    ...STATUSES.map((name): CodebookEntry => ({ kind: "status", name, meaning: say(`statuses.${name}`) })),
  ];
}
