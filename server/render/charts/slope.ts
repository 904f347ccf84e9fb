import "server-only";
import type { Slope, SlopeLine } from "@/domain/report/slope";
import type { Language } from "@/domain/report/wording";
import { isRightToLeft } from "../direction";
import { type Drawing, drawing, element, INK, words } from "./svg";

const WIDTH = 640;
/** The posts of the two rounds, and how far from them words stand. */
const POSTS = { before: 192, now: 448, gap: 14 } as const;

/** Shares in two rounds, joined by lines: heavy for a shift. The text under the picture says what the letters name. */
export function slopeDrawing({ since, now, height, lines }: Slope, { translate, locale }: Language): Drawing {
  const mirrored = isRightToLeft(locale);
  const place = (x: number) => (mirrored ? WIDTH - x : x);
  const posts = [
    [POSTS.before, since],
    [POSTS.now, now],
  ] as const;
  const head = posts.flatMap(([x, number]) => [
    element("line", { x1: place(x), x2: place(x), y1: 20, y2: height, stroke: INK.rule }),
    words(translate("movement.columns.round", { number }), { x: place(x), y: 8 }, { anchor: "middle" }),
  ]);
  // Heavy lines come last, so that no thin one crosses them.
  const ordered = lines.toSorted((one, other) => Number(one.shifted) - Number(other.shifted));
  return drawing(WIDTH, height, [...head, ...ordered.flatMap(line)]);

  function line({ letter, before, now: after, shifted }: SlopeLine): string[] {
    const [stroke, weight] = shifted ? [INK.ink, 3] : [INK.edge, 1.75];
    const [x1, x2] = [place(POSTS.before), place(POSTS.now)];
    const dot = (cx: number, cy: number) =>
      element("circle", { cx, cy, r: 4.5, fill: shifted ? INK.ink : INK.paper, stroke, "stroke-width": 2 });
    const said = { fill: shifted ? INK.ink : INK.quiet, strong: shifted };
    return [
      element("line", { x1, y1: before.y, x2, y2: after.y, stroke, "stroke-width": weight }),
      dot(x1, before.y),
      dot(x2, after.y),
      words(
        translate("movement.atStart", { letter, percent: before.percent }),
        { x: place(POSTS.before - POSTS.gap), y: before.wordsY },
        { ...said, anchor: mirrored ? "start" : "end" },
      ),
      words(
        translate("movement.atEnd", { letter, percent: after.percent }),
        { x: place(POSTS.now + POSTS.gap), y: after.wordsY },
        { ...said, anchor: mirrored ? "end" : "start" },
      ),
    ];
  }
}
