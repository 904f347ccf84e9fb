import { execFileSync } from "node:child_process";
import { join } from "node:path";
import mammoth from "mammoth";
import { marked } from "marked";
import { HTMLElement, parse } from "node-html-parser";
import type { Edition } from "@/domain/edition/edition";
import { editionMarkdown } from "@/domain/edition/markdown";
import { worded } from "@/domain/report/wording";
import { reportDocx } from "@/server/render/docx/report";
import { reportPdf } from "@/server/render/pdf/report-pdf";
import { pdfAsHtml } from "./pdf-as-html";
import { language } from "./report-facts";

/** What a reader of any form finds: everything that is said in its order, and the tables. Figures are left to their tables. */
export type ReadReport = {
  readonly prose: readonly string[];
  readonly tables: readonly { readonly caption: string; readonly rows: readonly (readonly string[])[] }[];
};

/** The pages of these reports, as a browser gets them. */
export function reportPages(editions: readonly Edition[]): string[] {
  const script = join(import.meta.dirname, "report-page.tsx");
  const written = execFileSync(process.execPath, ["--import", "tsx", script], {
    input: JSON.stringify(editions.map(({ report }) => report)),
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production" },
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(written.toString("utf8")) as string[]; // as the script writes them
}

const DOCX_STYLES = [
  "p[style-name='Figure caption'] => !",
  "p[style-name='Legend'] => !",
  "p[style-name='Figure'] => !",
];

/** Each form of a document as HTML, by its name. A further form joins here. */
export const FORMS: Readonly<Record<string, (edition: Edition) => Promise<string>>> = {
  Markdown: async (edition) => marked.parse(editionMarkdown(edition, language)),
  Word: async (edition) => {
    const buffer = Buffer.from(await reportDocx(edition, language));
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: DOCX_STYLES });
    return withNotesInPlace(value);
  },
  PDF: async (edition) => pdfAsHtml(reportPdf(edition, language)),
};

/**
 * A report without what a form that is set in lines cannot tell from its own breaks, which are blanks and hyphens. PDF.js
 * reads “²” as “2”, so that characters count as what Unicode takes them to stand for.
 */
export function withoutBreaks({ prose, tables }: ReadReport): ReadReport {
  const unbroken = (text: string) => text.normalize("NFKC").replaceAll(/[\s\u00ad\u2010-]/g, "");
  return {
    prose: prose.map(unbroken),
    tables: tables.map(({ caption, rows }) => ({
      caption: unbroken(caption),
      rows: rows.map((row) => row.map(unbroken)),
    })),
  };
}

/** The forms that are set in lines. */
export const SET_IN_LINES: readonly string[] = ["PDF"];

/** Footnotes moved to where they are referred to, as the other forms have them. */
function withNotesInPlace(html: string): string {
  const document = parse(html);
  for (const mark of document.querySelectorAll("sup")) {
    const id = mark.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
    const note = document.getElementById(id);
    const paragraph = mark.closest("p");
    if (note === null || paragraph === null) throw new Error("a mark leads to its footnote");
    for (const back of note.querySelectorAll("a")) back.remove();
    paragraph.insertAdjacentHTML("afterend", `<p>${note.innerHTML.replaceAll(/<\/?p>/g, "")}</p>`);
    mark.remove();
    note.remove();
  }
  return document.toString();
}

/** Reads a form from the first heading of the report on. */
export function read(html: string, { report }: Edition): ReadReport {
  const found: { prose: string[]; tables: { caption: string; rows: string[][] }[] } = {
    prose: [],
    tables: [],
  };
  walk(parse(html), found);
  const opening = report.sections[0];
  if (opening === undefined) throw new Error("a report has sections");
  const first = found.prose.lastIndexOf(`# ${worded(opening.heading, language)}`);
  return { ...found, prose: found.prose.slice(first).map((text) => text.replace(/^# /, "")) };
}

function walk(
  node: HTMLElement,
  found: { prose: string[]; tables: { caption: string; rows: string[][] }[] },
) {
  for (const child of node.childNodes) {
    if (!(child instanceof HTMLElement)) continue;
    const tag = child.tagName.toLowerCase();
    if (tag === "figure" || tag === "nav") continue;
    if (tag === "table") {
      const caption = child.querySelector("caption");
      if (caption !== null) found.prose.push(textOf(caption));
      found.tables.push({
        caption: found.prose.at(-1) ?? "",
        rows: child.querySelectorAll("tr").map(cellsOf),
      });
    } else if (/^h[1-6]$/.test(tag)) found.prose.push(tag < "h4" ? `# ${textOf(child)}` : textOf(child));
    else if (/^(p|li|footer)$/.test(tag)) found.prose.push(textOf(child));
    else walk(child, found);
  }
}

/** Blanks at the end fill a row of which one cell reaches over all columns. */
function cellsOf(row: HTMLElement): string[] {
  const cells = row.querySelectorAll("th, td").map(textOf);
  while (cells.at(-1) === "") cells.pop();
  return cells;
}

const textOf = (element: HTMLElement): string => element.textContent.replaceAll(/\s+/g, " ").trim();
