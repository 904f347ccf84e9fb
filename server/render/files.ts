import "server-only";
import { annexCsv, codebookCsv } from "@/domain/edition/annex-csv";
import type { Edition } from "@/domain/edition/edition";
import { editionMarkdown } from "@/domain/edition/markdown";
import type { Language } from "@/domain/report/wording";
import { bundle } from "./bundle";
import { letterDocx } from "./docx/letter";
import { reportDocx } from "./docx/report";
import { letterPdf } from "./pdf/letter-pdf";
import { reportPdf } from "./pdf/report-pdf";
import { annexXlsx } from "./xlsx";

/** How one file of an edition is made; null where the edition has none, as one without a letter has no letter. */
type Form = {
  readonly contentType: string;
  readonly made: (edition: Edition, language: Language) => Promise<Uint8Array> | null;
};

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const utf8 = async (text: string) => new TextEncoder().encode(text);

/** Every file of an edition but the archive of them all, in the order in which they are named. */
const FORMS = {
  "report.pdf": {
    contentType: "application/pdf",
    made: async (edition, language) => reportPdf(edition, language),
  },
  "letter.pdf": {
    contentType: "application/pdf",
    made: (edition, language) =>
      edition.letter === null ? null : Promise.resolve(letterPdf(edition.letter, edition, language)),
  },
  "report.docx": { contentType: WORD, made: reportDocx },
  "letter.docx": {
    contentType: WORD,
    made: (edition, language) =>
      edition.letter === null ? null : letterDocx(edition.letter, edition, language),
  },
  "report.md": {
    contentType: "text/markdown; charset=utf-8",
    made: (edition, language) => utf8(editionMarkdown(edition, language)),
  },
  "data.csv": {
    contentType: "text/csv; charset=utf-8",
    made: (edition, language) => utf8(annexCsv(edition, language)),
  },
  "codebook.csv": {
    contentType: "text/csv; charset=utf-8",
    made: (edition, language) => utf8(codebookCsv(edition, language)),
  },
  "data.xlsx": {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    made: annexXlsx,
  },
} as const satisfies Readonly<Record<string, Form>>;

const ARCHIVE = "everything.zip";
export type FileName = keyof typeof FORMS | typeof ARCHIVE;

const FILE_NAMES: readonly string[] = [...Object.keys(FORMS), ARCHIVE];

export const isFileName = (name: string): name is FileName => FILE_NAMES.includes(name);

/** A file as it is handed over. */
export type EditionFile = { readonly contentType: string; readonly bytes: Uint8Array };

/** Makes one file of an edition: the same bytes for the same edition. Null where the edition has none of this name. */
export async function fileOf(
  edition: Edition,
  name: FileName,
  language: Language,
): Promise<EditionFile | null> {
  if (name === ARCHIVE)
    return { contentType: "application/zip", bytes: bundle(await filesOf(edition, language), edition) };
  const form: Form = FORMS[name];
  const bytes = await form.made(edition, language);
  return bytes === null ? null : { contentType: form.contentType, bytes };
}

/** Every file that the edition has, by name. */
async function filesOf(edition: Edition, language: Language): Promise<Record<string, Uint8Array>> {
  const files = await Promise.all(
    Object.entries<Form>(FORMS).map(async ([name, { made }]) => ({
      name,
      bytes: await made(edition, language),
    })),
  );
  return Object.fromEntries(files.flatMap(({ name, bytes }) => (bytes === null ? [] : [[name, bytes]])));
}
