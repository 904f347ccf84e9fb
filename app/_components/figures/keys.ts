/** Whole per cent of n, as a chart and the basis of a finding print it; n is 10 or more. */
export function shareOf(count: number, n: number): number {
  return Math.round((100 * count) / n);
}

/** The way in which a page is read. Geometry is reckoned from its start. */
export type Direction = "ltr" | "rtl";

/** A length placed from the start of the drawing, as SVG wants it: from the left. All in per cent of its width. */
export function fromLeft(x: number, width: number, direction: Direction): number {
  return direction === "ltr" ? x : 100 - x - width;
}
