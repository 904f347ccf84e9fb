import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of a PDF's structure, with all the text that it and its parts hold. */
export type Tagged = {
  readonly role: string;
  readonly alt: string | null;
  readonly text: string;
  readonly parts: readonly Tagged[];
};

export type ReadPdf = {
  /** Of the document's own information and its XMP, by name: `Title`, `dc:title` … */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[];
  /** The text of each page, marks in head and foot included. */
  readonly pages: readonly string[];
  /** The structure of each page that has any. What goes over two pages has an element on each. */
  readonly trees: readonly Tagged[];
  /** Elements of structure in the order in which they are read. */
  readonly tagged: readonly Tagged[];
};

type StructNode = { role?: string; alt?: string; type?: string; id?: string; children?: StructNode[] };
type Bookmark = { title: string; items: Bookmark[] };

/** A PDF as another program reads it: Mozilla's PDF.js. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  // PDF.js takes the bytes for its own.
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const xmp = Object.fromEntries(metadata ?? []);
  const pages = [];
  const trees: Tagged[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { whole, byContent } = await textOf(page);
    pages.push(onOneLine(whole));
    const tree = (await page.getStructTree()) as StructNode | null; // its type lists no `alt`
    if (tree !== null) trees.push(elementOf(tree, byContent));
  }
  const bookmarks = flat((await document.getOutline()) as Bookmark[] | null, 1);
  await task.destroy();
  return { metadata: { ...info, ...xmp }, bookmarks, pages, trees, tagged: trees.flatMap(allOf) };
}

async function textOf(page: PDFPageProxy) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const byContent = new Map<string, string>();
  const open: string[] = [];
  let whole = "";
  for (const item of items) {
    if ("str" in item) {
      const text = item.str + (item.hasEOL ? " " : "");
      whole += text;
      const id = open.findLast((one) => one !== "");
      if (id !== undefined) byContent.set(id, (byContent.get(id) ?? "") + text);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? "");
  }
  return { whole, byContent };
}

function elementOf(node: StructNode, byContent: ReadonlyMap<string, string>): Tagged {
  return {
    role: node.role ?? "",
    alt: node.alt ?? null,
    text: onOneLine(heldBy(node, byContent)),
    parts: (node.children ?? [])
      .filter(({ type }) => type !== "content")
      .map((child) => elementOf(child, byContent)),
  };
}

const heldBy = (node: StructNode, byContent: ReadonlyMap<string, string>): string =>
  node.type === "content"
    ? (byContent.get(node.id ?? "") ?? "")
    : (node.children ?? []).map((child) => heldBy(child, byContent)).join("");

const allOf = (one: Tagged): Tagged[] => [one, ...one.parts.flatMap(allOf)];

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const flat = (items: Bookmark[] | null, depth: number): { title: string; depth: number }[] =>
  (items ?? []).flatMap((item) => [{ title: item.title, depth }, ...flat(item.items, depth + 1)]);

/** The texts of the first page as they are drawn, each with how far from the left it begins, in points. */
export async function drawnOnFirst(
  pdf: Uint8Array,
): Promise<{ readonly text: string; readonly x: number }[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 });
  const { items } = await (await (await task.promise).getPage(1)).getTextContent();
  await task.destroy();
  return items.flatMap((item) => ("str" in item ? [{ text: item.str, x: Number(item.transform[4]) }] : []));
}
