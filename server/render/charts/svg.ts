import "server-only";

/** The colours of charts on white paper, those of the light page. */
export const INK = {
  ink: "#16201d",
  quiet: "#414d49",
  rule: "#d2d9d5",
  edge: "#77837f",
  paper: "#ffffff",
  against: { strong: "#6f3804", mild: "#c4832f" },
  for: { strong: "#14446f", mild: "#5a93c6" },
} as const;

/** A drawing: its source and its size in CSS pixels. */
export type Drawing = { readonly svg: string; readonly width: number; readonly height: number };

type Values = Readonly<Record<string, string | number>>;

/** Text that is nothing but text in XML. */
const literal = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** One element. Its values are written as text, whatever they hold. */
export function element(name: string, values: Values, content = ""): string {
  const written = Object.entries(values).map(([key, value]) => ` ${key}="${literal(String(value))}"`);
  return `<${name}${written.join("")}>${content}</${name}>`;
}

/** Words at a point: `y` is the middle of their height. Digits of one width, so that figures stand under one another. */
export function words(
  text: string,
  at: { readonly x: number; readonly y: number },
  values: {
    readonly anchor?: "start" | "middle" | "end";
    readonly fill?: string;
    readonly strong?: boolean;
  } = {},
): string {
  const { anchor = "start", fill = INK.quiet, strong = false } = values;
  // A third of the size below the middle is the line that digits stand on; `dominant-baseline` is not known everywhere.
  const placed = { x: at.x, y: Math.round((at.y + FONT_SIZE * 0.34) * 10) / 10 };
  const styled = { "text-anchor": anchor, fill, "font-weight": strong ? 600 : 400 };
  return element("text", { ...placed, ...styled }, literal(text));
}

const FONT_SIZE = 12;

/** The drawing of these elements. */
export function drawing(width: number, height: number, elements: readonly string[]): Drawing {
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      // The first is what the picture is made with here; the others are what word processors have.
      "font-family": "'Source Sans 3', Arial, 'Liberation Sans', sans-serif",
      "font-size": FONT_SIZE,
    },
    elements.join(""),
  );
  return { svg, width, height };
}
