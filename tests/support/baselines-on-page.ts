import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** In points, from the top of a place of the page: where each of its lines stands, from top to bottom. */
export type Baselines = readonly number[];

/** The lines of a PDF's first page, by the places of its columns and rows from left to right and from top to bottom. */
export async function baselinesOf(
  pdf: Uint8Array,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Promise<{ readonly height: number; readonly places: readonly Baselines[] }> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { width: across, height: down } = page.getViewport({ scale: 1 });
  const [width, height] = [across / columns, down / rows];
  const { items } = await page.getTextContent();
  const places = Array.from({ length: columns * rows }, () => new Set<number>());
  for (const item of items) {
    if (!("transform" in item) || item.str.trim() === "") continue;
    const [, , , , x, y] = item.transform as number[]; // the matrix of a text, as PDF has it
    const fromTop = down - (y ?? 0);
    const row = Math.floor(fromTop / height);
    places[row * columns + Math.floor((x ?? 0) / width)]?.add(Math.round((fromTop - row * height) * 10) / 10);
  }
  await task.destroy();
  return { height, places: places.map((lines) => [...lines].toSorted((one, other) => one - other)) };
}
