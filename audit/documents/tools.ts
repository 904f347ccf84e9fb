import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const running = promisify(execFile);

/** Programs that nobody here wrote, and how each is had. */
const INSTALLED_BY = {
  soffice:
    "LibreOffice is missing. As root on Debian: apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui",
  pdfinfo: "pdfinfo is missing. As root on Debian: apt-get install --no-install-recommends poppler-utils",
} as const;

/** What a program printed. Throws the sentence that says how it is installed, or what it said where it failed. */
async function printedBy(program: keyof typeof INSTALLED_BY, args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await running(program, [...args], { timeout: 300_000 });
    return `${stdout}\n${stderr}`;
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw missing ? new Error(INSTALLED_BY[program]) : cause;
  }
}

/** What pdfinfo tells of a PDF. */
export type PdfFacts = { readonly pages: number; readonly tagged: boolean; readonly title: string };

export async function pdfFacts(path: string): Promise<PdfFacts> {
  const printed = await printedBy("pdfinfo", [path]);
  const told = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(printed)?.[1]?.trim() ?? "";
  return { pages: Number(told("Pages")), tagged: told("Tagged") === "yes", title: told("Title") };
}

/** LibreOffice reads an office file and sets its pages. Gives the path of the PDF; throws where it cannot read the file. */
export async function setByLibreOffice(path: string, folder: string): Promise<string> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const printed = await printedBy("soffice", [
    `-env:UserInstallation=${profile}`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    join(folder, "set"),
    path,
  ]);
  // It gives 0 whether it could read the file or not.
  if (!printed.includes("using filter"))
    throw new Error(`LibreOffice could not read ${basename(path)}: ${printed}`);
  return join(folder, "set", basename(path).replace(/\.\w+$/, ".pdf"));
}
