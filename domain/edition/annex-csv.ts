import { csvFile } from "@/domain/csv";
import { ANNEX_COLUMNS, annexRows } from "@/domain/report/annex";
import type { Language } from "@/domain/report/wording";
import { codebook } from "./codebook";
import type { Edition } from "./edition";

/** The released figures of an edition, one to a row. */
export function annexCsv({ report }: Edition, language: Language): string {
  const rows = annexRows(report, language).map((row) =>
    ANNEX_COLUMNS.map((column) => String(row[column] ?? "")),
  );
  return csvFile([ANNEX_COLUMNS, ...rows]);
}

/** What the data's columns and values mean. */
export function codebookCsv(edition: Edition, language: Language): string {
  const rows = codebook(edition, language).map(({ kind, name, meaning }) => [kind, name, meaning]);
  return csvFile([["kind", "name", "meaning"], ...rows]);
}
