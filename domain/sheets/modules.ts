/** The dark modules of a QR code as one path, those side by side as one shape, so that no viewer draws a seam through it. */
export function pathOfModules(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      Array.from(
        row.map(Number).join("").matchAll(/1+/g),
        ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`,
      ),
    )
    .join("");
}
