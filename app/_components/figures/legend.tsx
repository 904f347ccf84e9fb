import { useLocale, useTranslations } from "next-intl";
import type { Bars, Segment } from "@/domain/report/chart";
import { type Fill, fillNameOf, legendOf } from "@/domain/report/legend";
import { worded } from "@/domain/report/wording";

const CLASSES: Record<Fill, string> = {
  held: "c-held",
  supportWhole: "c-s c-whole",
  opposeWhole: "c-o c-whole",
  supportStrong: "c-ss",
  opposeStrong: "c-os",
  support: "c-s",
  oppose: "c-o",
};

export const fillOf = (segment: Segment): string => CLASSES[fillNameOf(segment)];

/** Says what the fills of these bars stand for: only those that are drawn, the most opposed first. */
export function Legend({ bars }: { readonly bars: Bars }) {
  const t = useTranslations();
  const locale = useLocale();
  const entries = legendOf(bars).map(({ fill, label }) => ({
    fill,
    label: worded(label, { translate: t.markup, locale }),
  }));
  return (
    <ul className="legend">
      {entries.map(({ fill, label }) => (
        <li key={label}>
          <Swatch fill={CLASSES[fill]} />
          {label}
        </li>
      ))}
      {bars.rows.some(({ before }) => before !== undefined) && (
        <li>
          <svg aria-hidden="true" className="ring">
            <line x1="8" x2="8" y1="0" y2="6" />
            <circle cx="8" cy="9" r="3.5" />
          </svg>
          {t("figures.earlierSupport")}
        </li>
      )}
    </ul>
  );
}

export function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg aria-hidden="true">
      <rect className={fill} width="16" height="12" />
    </svg>
  );
}
