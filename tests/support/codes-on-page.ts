import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Points of a screen to a point of the page: what a telephone sees of a card in the hand, and no more. */
const SCALE = 2;

/** What stands in one half of a page's width and one part of its height, as a telephone before it would read it. */
type Place = { readonly columns: number; readonly rows: number };

/** The QR codes of a PDF, page by page and on each from left to right and from top to bottom; null where a place has none. */
export async function codesOf(pdf: Uint8Array, { columns, rows }: Place): Promise<(string | null)[][]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: (string | null)[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // The library is typed for a browser's canvas, and takes this one's as well.
    await page.render({ canvas: canvas as never, viewport }).promise;
    const [width, height] = [Math.floor(canvas.width / columns), Math.floor(canvas.height / rows)];
    const places = Array.from({ length: rows * columns }, (_, at) => {
      const [x, y] = [(at % columns) * width, Math.floor(at / columns) * height];
      const { data } = canvas.getContext("2d").getImageData(x, y, width, height);
      return jsQR(data, width, height)?.data ?? null;
    });
    pages.push(places);
  }
  await task.destroy();
  return pages;
}
