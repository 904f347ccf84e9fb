import { useTranslations } from "next-intl";
import type { Slope, SlopeLine } from "@/domain/report/slope";
import { type Direction, fromLeft } from "./keys";

type SlopeChartProps = { readonly slope: Slope; readonly direction?: Direction };

/** The posts of the two rounds and the words beside them, in per cent of the drawing from its start. */
const POSTS = { before: 30, now: 70, gap: 2.5 } as const;

/**
 * Shares in support in two rounds, joined by lines: heavy for a shift. The keys under the drawing name the lines; the
 * table that stands with it says the same to a screen reader.
 */
export function SlopeChart({ slope, direction = "ltr" }: SlopeChartProps) {
  const t = useTranslations("movement");
  const at = (x: number) => `${fromLeft(x, 0, direction)}%`;
  const posts = [
    { x: POSTS.before, number: slope.since },
    { x: POSTS.now, number: slope.now },
  ];
  return (
    <div aria-hidden="true">
      <svg className="slope" height={slope.height} focusable="false" aria-hidden="true">
        {posts.map(({ x, number }) => (
          <g key={number}>
            <line className="post" x1={at(x)} x2={at(x)} y1="20" y2={slope.height} />
            <text x={at(x)} y="8" className="middle">
              {t("columns.round", { number })}
            </text>
          </g>
        ))}
        {slope.lines.map((line) => (
          <Line key={line.id} line={line} direction={direction} />
        ))}
      </svg>
      <ul className="legend keys">
        {slope.lines.map(({ id, letter, text }) => (
          <li key={id}>
            <b>{letter}</b> {text}
          </li>
        ))}
        {slope.undrawn.map(({ id, letter, text }) => (
          <li key={id}>
            <b>{letter}</b> {t("undrawn", { text })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line, direction }: { readonly line: SlopeLine; readonly direction: Direction }) {
  const t = useTranslations("movement");
  const at = (x: number) => `${fromLeft(x, 0, direction)}%`;
  const { letter, before, now } = line;
  return (
    <g className={line.shifted ? "hot" : undefined}>
      <line className="l" x1={at(POSTS.before)} y1={before.y} x2={at(POSTS.now)} y2={now.y} />
      <circle cx={at(POSTS.before)} cy={before.y} r="4.5" />
      <circle cx={at(POSTS.now)} cy={now.y} r="4.5" />
      <text className="end" x={at(POSTS.before - POSTS.gap)} y={before.wordsY}>
        {t("atStart", { letter, percent: before.percent })}
      </text>
      <text className="start" x={at(POSTS.now + POSTS.gap)} y={now.wordsY}>
        {t("atEnd", { letter, percent: now.percent })}
      </text>
    </g>
  );
}
