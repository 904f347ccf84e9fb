import { useTranslations } from "next-intl";
import type { Bars, Segment } from "@/domain/report/chart";

/** The fill of a segment: a whole side is outlined in its strong colour, so that it is not taken for a category. */
export function fillOf({ hidden, side, tone, category }: Segment): string {
  if (hidden) return "c-held";
  const colour = side === "for" ? "s" : "o";
  if (category === null) return `c-${colour} c-whole`;
  return tone === "strong" ? `c-${colour}s` : `c-${colour}`;
}

type Entry = { readonly fill: string; readonly label: string };

/** Says what the fills of these bars stand for: only those that are drawn, the most opposed first. */
export function Legend({ bars }: { readonly bars: Bars }) {
  const t = useTranslations("figures");
  const segments = bars.rows.flatMap((row) => row.segments);
  const labelOf = (segment: Segment) =>
    segment.hidden
      ? t("held")
      : (segment.category ?? t(segment.side === "for" ? "supportTotal" : "opposedTotal"));
  const entries = new Map<string, Entry>();
  for (const segment of [...segments].sort((a, b) => orderOf(a) - orderOf(b)))
    entries.set(labelOf(segment), { fill: fillOf(segment), label: labelOf(segment) });
  return (
    <ul className="legend">
      {[...entries.values()].map(({ fill, label }) => (
        <li key={label}>
          <Swatch fill={fill} />
          {label}
        </li>
      ))}
      {bars.rows.some(({ before }) => before !== undefined) && (
        <li>
          <svg aria-hidden="true" className="ring">
            <line x1="8" x2="8" y1="0" y2="6" />
            <circle cx="8" cy="9" r="3.5" />
          </svg>
          {t("earlierSupport")}
        </li>
      )}
    </ul>
  );
}

function orderOf({ hidden, side, tone, category }: Segment): number {
  if (hidden) return 9;
  if (category === null) return side === "against" ? 7 : 8;
  if (side === "against") return tone === "strong" ? 1 : 2;
  return tone === "mild" ? 3 : 4;
}

export function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg aria-hidden="true">
      <rect className={fill} width="16" height="12" />
    </svg>
  );
}
