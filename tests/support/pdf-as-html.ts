import { readPdf, type Tagged } from "./pdf";

/** What stands in a PDF as the HTML of any other form, by its structure: no contents, and figures left to their tables. */
export async function pdfAsHtml(pdf: Uint8Array): Promise<string> {
  const { trees } = await readPdf(pdf);
  return trees.flatMap(blocksOf).reduce(joined, []).map(htmlOf).join("\n");
}

type Row = readonly { readonly head: boolean; readonly text: string }[];
type ReadBlock =
  | { readonly kind: "h2" | "p" | "li"; readonly text: string; readonly begins: boolean }
  | { readonly kind: "table"; readonly caption: string; readonly rows: readonly Row[] };

const own = (kind: "h2" | "p" | "li", text: string, begins = true): ReadBlock => ({ kind, text, begins });

function blocksOf(one: Tagged): ReadBlock[] {
  const { role, text, parts } = one;
  if (/^H\d$/.test(role)) return [own("h2", text)];
  if (role === "P") return [own("p", text)];
  if (role === "LI") {
    const of = (name: string) => parts.flatMap((part) => (part.role === name ? [part.text] : []));
    return [own("li", of("LBody").join(" "), of("Lbl").join("") !== "")];
  }
  if (role === "BlockQuote") return parts.flatMap(quoted);
  if (role === "Table") return [tableOf(one)];
  if (role === "TOC" || role === "Caption" || parts.some((part) => part.role === "Figure")) return [];
  const blocks = parts.flatMap(blocksOf);
  // A caption that stands beside its table rather than in it.
  const caption = captionOf(one);
  return blocks.map((block) => (caption !== "" && block.kind === "table" ? { ...block, caption } : block));
}

/** A quotation without the mark of its note, and in the paragraph after it whose words it is. */
function quoted({ parts }: Tagged): ReadBlock[] {
  const of = (role: string) => parts.filter((part) => part.role === role);
  const words = of("Span").map(({ text }) => text);
  const notes = of("Note").map((note) => {
    const mark = note.parts.find(({ role }) => role === "Lbl")?.text ?? "";
    return note.text.slice(mark.length).trim();
  });
  return [words.join(" "), ...notes].map((text) => own("p", text));
}

/** Without the number, which the other forms do not give to tables; empty where none stands here. */
const captionOf = ({ parts }: Tagged): string =>
  parts.find(({ role }) => role === "Caption")?.text.replace(/^Table \d+\. /, "") ?? "";

function tableOf(table: Tagged): ReadBlock {
  const rows = table.parts.flatMap(({ parts }) => parts.filter(({ role }) => role === "TR"));
  return {
    kind: "table",
    caption: captionOf(table),
    rows: rows.map(({ parts }) => parts.map(({ role, text }) => ({ head: role === "TH", text }))),
  };
}

/**
 * What goes on from the page before joined to what it goes on from: an entry without its mark, and a table without its
 * caption. Each page has every entry and every cell of what stands on it in part, with as much of the text as it holds.
 */
function joined(read: readonly ReadBlock[], block: ReadBlock): ReadBlock[] {
  const before = read.slice(0, -1);
  const last = read.at(-1);
  if (block.kind !== "table" && block.text === "") return [...read];
  if (block.kind === "li" && !block.begins && last?.kind === "li")
    return [...before, { ...last, text: `${last.text} ${block.text}` }];
  if (block.kind === "table" && block.caption === "" && last?.kind === "table")
    return [...before, { ...last, rows: last.rows.map((row, at) => bothOf(row, block.rows[at] ?? [])) }];
  return [...read, block];
}

const bothOf = (row: Row, more: Row): Row =>
  row.map(({ head, text }, at) => ({ head, text: `${text} ${more[at]?.text ?? ""}` }));

function htmlOf(block: ReadBlock): string {
  if (block.kind !== "table") return `<${block.kind}>${escaped(block.text)}</${block.kind}>`;
  const cell = ({ head, text }: Row[number]) =>
    `<${head ? "th" : "td"}>${escaped(text)}</${head ? "th" : "td"}>`;
  const rows = block.rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<table><caption>${escaped(block.caption)}</caption>${rows.join("")}</table>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
