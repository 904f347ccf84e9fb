import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { madeFiles, servedFiles } from "@/audit/documents/files";
import { pdfFacts, setByLibreOffice } from "@/audit/documents/tools";

// `npm run audit:documents`: whether programs that nobody here wrote can read a report's files. LibreOffice opens and sets
// each office file, pdfinfo looks at each PDF. The files are those of a report made for the purpose, or with
// `-- --report http://localhost:3000/reports/SLUG` those that a running instance serves; `--keep FOLDER` leaves files and
// pages to be looked at. One JSON object on standard output.
const { values } = parseArgs({ options: { report: { type: "string" }, keep: { type: "string" } } });
const folder = values.keep ?? mkdtempSync(join(tmpdir(), "tour-de-table-documents-"));
mkdirSync(folder, { recursive: true });

try {
  const files = values.report === undefined ? await madeFiles() : await servedFiles(values.report);
  if (files.length === 0)
    throw new Error(`No file stands at ${values.report}. Give the address of a published report.`);
  const looked = [];
  // One after another: LibreOffice has one profile.
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const ofOffice = !name.endsWith(".pdf");
    const { tagged, ...facts } = await pdfFacts(ofOffice ? await setByLibreOffice(path, folder) : path);
    // Whether LibreOffice tags the pages that it sets says nothing of the file.
    looked.push({ file: name, bytes: bytes.byteLength, ...facts, ...(ofOffice ? {} : { tagged }) });
  }
  console.log(JSON.stringify({ report: values.report ?? "made for the purpose", files: looked }, null, 2));
  const empty = looked.filter(({ pages }) => !(pages >= 1));
  if (empty.length > 0) throw new Error(`Without a page: ${empty.map(({ file }) => file).join(", ")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
