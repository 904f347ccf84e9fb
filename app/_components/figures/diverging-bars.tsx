import { useTranslations } from "next-intl";
import type { BarRow, Bars, Segment } from "@/domain/report/chart";
import { letterOf } from "@/domain/report/letter";
import { type Direction, fromLeft } from "./keys";
import { fillOf, Legend } from "./legend";
import { Worded } from "./report-table";
import { CellWords } from "./words";

type Axis = { readonly zero: number; readonly direction: Direction };

type DivergingBarsProps = {
  readonly bars: Bars;
  readonly neitherLabel: string;
  readonly direction?: Direction;
};

/**
 * Statements of one scale, or groups that answer one statement, against one zero line: opposed to the start, in support to
 * the end. Lengths are per cent and
 * there is no viewBox, so text never stretches. The table that stands with it says the same to a screen reader.
 */
export function DivergingBars({ bars, neitherLabel, direction = "ltr" }: DivergingBarsProps) {
  const t = useTranslations("figures");
  const axis: Axis = { zero: bars.zero, direction };
  const ofGroups = bars.of === "groups";
  const at = (x: number) => `${fromLeft(x, 0, direction)}%`;
  return (
    <>
      <Legend bars={bars} />
      <div className={ofGroups ? "bars of-groups" : "bars"} aria-hidden="true">
        <div className="barhead">
          <span />
          <svg className="bar head" height="18" aria-hidden="true">
            <text className="t-out end" x={at(bars.zero - 2)} y="10">
              {t("opposed")}
            </text>
            <text className="t-out start" x={at(bars.zero + 2)} y="10">
              {t("inSupport")}
            </text>
          </svg>
          <span className="r">{neitherLabel}</span>
          {!ofGroups && <span className="r">{t("noPosition")}</span>}
          <span className="r">{t("n")}</span>
        </div>
        {bars.rows.map((row, index) => (
          <Row
            key={row.statementId}
            row={row}
            letter={ofGroups ? null : letterOf(index)}
            axis={axis}
            neitherLabel={neitherLabel}
          />
        ))}
      </div>
    </>
  );
}

type RowProps = {
  readonly row: BarRow;
  /** Groups are known by their names alone. */
  readonly letter: string | null;
  readonly axis: Axis;
  readonly neitherLabel: string;
};

function Row({ row, letter, axis, neitherLabel }: RowProps) {
  const t = useTranslations("figures");
  const zero = `${fromLeft(axis.zero, 0, axis.direction)}%`;
  return (
    <div className="barrow">
      <div>
        {letter !== null && <span className="key">{letter}</span>}
        <Worded wording={row.statement} />
      </div>
      <svg className="bar" height="46" aria-hidden="true" focusable="false">
        {row.segments.map((segment) => (
          <Part key={`${segment.side} ${segment.category ?? ""}`} segment={segment} axis={axis} />
        ))}
        <line className="zero" x1={zero} x2={zero} y1="1" y2="41" />
        {row.before !== undefined && <Ring at={row.before} axis={axis} />}
      </svg>
      <div className="aside">
        <span>
          <span className="w">{neitherLabel} </span>
          {row.neither === null ? null : <CellWords cell={row.neither} />}
        </span>
        {row.noPosition !== null && (
          <span>
            <span className="w">{t("noPosition")} </span>
            {row.noPosition}
          </span>
        )}
        <span>
          <span className="w">{t("nEquals")} </span>
          {row.n}
        </span>
      </div>
    </div>
  );
}

/** Where support stood in the last round: a ring on a stem. */
function Ring({ at, axis }: { readonly at: number; readonly axis: Axis }) {
  const x = `${fromLeft(at, 0, axis.direction)}%`;
  return (
    <g className="ring">
      <line x1={x} x2={x} y1="5" y2="38" />
      <circle cx={x} cy="41" r="3.5" />
    </g>
  );
}

function Part({ segment, axis }: { readonly segment: Segment; readonly axis: Axis }) {
  const { x, width, share, tight, tone } = segment;
  const left = fromLeft(x, width, axis.direction);
  const number = tone === "strong" ? "t-pole" : "t-mid";
  const [y, height] = segment.hidden ? ["8", "26"] : ["7", "28"];
  return (
    <>
      <rect className={fillOf(segment)} x={`${left}%`} y={y} width={`${width}%`} height={height} />
      {share === null ? (
        <HiddenRange segment={segment} axis={axis} />
      ) : (
        <text className={tight ? `${number} tight` : number} x={`${left + width / 2}%`} y="21.5">
          {share}
        </text>
      )}
    </>
  );
}

/** Room that a range needs beyond its cell, in per cent of the drawing. */
const ROOM = 15;

/**
 * What a hidden count may be, in answers. It stands outside its cell, where this side has nothing else; under the bar
 * where there is no room; and inside "all or nearly all", which is long.
 */
function HiddenRange({ segment, axis }: { readonly segment: Segment; readonly axis: Axis }) {
  const t = useTranslations("figures");
  const { cell, x, width, side } = segment;
  if (cell.kind === "count") return null;
  if (cell.kind === "allOrNearlyAll")
    return (
      <text className="t-out" x={`${fromLeft(x, width, axis.direction) + width / 2}%`} y="21.5">
        {t("allOrNearlyAll")}
      </text>
    );
  const outward = side === "for" ? x + width : x;
  const roomy = (side === "for" ? 100 - outward : outward) >= ROOM;
  const anchored = roomy === (side === "for") ? "start" : "end";
  const from = anchored === "start" ? (roomy ? x + width + 1 : x) : roomy ? x - 1 : x + width;
  return (
    <text
      className={`t-out ${anchored}`}
      x={`${fromLeft(from, 0, axis.direction)}%`}
      y={roomy ? "21.5" : "43"}
    >
      {t("range", { from: cell.from, to: cell.to, choices: cell.to - cell.from + 1 })}
    </text>
  );
}
