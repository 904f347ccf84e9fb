import "server-only";

/**
 * Makes the first cell of each row of a table's body a row heading (`TH` of scope `Row`). Typst 0.14 tags them only
 * behind a switch that its build for Node does not offer. Where a cell names its headings itself, readers ask for no
 * scope, so these names go: the scopes of rows and columns say the same.
 *
 * Typst writes elements of structure plainly, one object after another, so that each can be changed in its place and
 * without a change of length: every offset in the file stays right.
 */
export function withRowHeadings(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf);
  const elements = structureElements(file);
  const firstOfRows = new Set(
    [...elements.values()]
      .filter(({ kind }) => kind === "TR")
      .map(({ text }) => /\/K \[(\d+) 0 R/.exec(text)?.[1]),
  );
  for (const [number, { kind, text, at }] of elements) {
    if (kind !== "TD") continue;
    const named = /\/Headers \[[^\]]*\]/.exec(text)?.[0];
    if (named === undefined) continue;
    const isHeading = firstOfRows.has(number);
    const changed = text
      .replace(named, (isHeading ? "/Scope /Row" : "").padEnd(named.length))
      .replace("/S /TD", isHeading ? "/S /TH" : "/S /TD");
    file.write(changed, at, "latin1");
  }
  return new Uint8Array(file);
}

type Element = { readonly kind: string; readonly text: string; readonly at: number };

/** The elements of structure by the number of their object, as they stand in the file. */
function structureElements(file: Buffer): Map<string, Element> {
  const text = file.toString("latin1");
  const objects = text.matchAll(
    /\n(\d+) 0 obj\n(<<\n {2}\/Type \/StructElem\n {2}\/S \/(\w+)\n[\s\S]*?\n>>)\nendobj/g,
  );
  return new Map(
    Array.from(objects, ({ 1: number = "", 2: body = "", 3: kind = "", 0: whole, index }) => [
      number,
      { kind, text: body, at: index + whole.indexOf(body) },
    ]),
  );
}
