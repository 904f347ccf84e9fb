import { useTranslations } from "next-intl";
import type { Cell } from "@/domain/disclosure/cell";
import type { ApprovalFinding } from "@/domain/findings/approval";
import type { ChoiceFinding } from "@/domain/findings/choice";
import { letterOf } from "@/domain/report/letter";
import { type Direction, fromLeft } from "./keys";
import { Swatch } from "./legend";
import { type OptionBar, optionBar } from "./option-geometry";
import { CellWords } from "./words";

type OptionRow = {
  readonly id: string;
  /** By the order of the item, whatever the order in which the bars stand. */
  readonly letter: string;
  readonly text: string;
  readonly cell: Cell;
};

/** The options of a choice or an approval with how many chose each. */
export function optionRows(finding: ChoiceFinding | ApprovalFinding): OptionRow[] {
  if (finding.kind === "choice") {
    const cells = finding.figures.kind === "options" ? finding.figures.options : [];
    return cells.map(({ optionId, cell }, index) => {
      const option = finding.options.find(({ id }) => id === optionId);
      return { id: optionId, letter: letterOf(index), text: option?.text ?? "", cell };
    });
  }
  const cells = finding.figures.kind === "options" ? finding.figures.options : [];
  return finding.options.flatMap(({ optionId, text }) => {
    const index = cells.findIndex((option) => option.optionId === optionId);
    const cell = cells[index]?.yes;
    return cell === undefined ? [] : [{ id: optionId, letter: letterOf(index), text, cell }];
  });
}

type OptionBarsProps = {
  readonly rows: readonly OptionRow[];
  readonly n: number;
  readonly direction?: Direction;
};

/** One bar per option from a common start. The table that stands with it says the same to a screen reader. */
export function OptionBars({ rows, n, direction = "ltr" }: OptionBarsProps) {
  const t = useTranslations("figures");
  return (
    <>
      {rows.some(({ cell }) => cell.kind !== "count") && (
        <ul className="legend">
          <li>
            <Swatch fill="c-held" />
            {t("held")}
          </li>
        </ul>
      )}
      <div className="bars of-options" aria-hidden="true">
        {rows.map(({ id, letter, text, cell }) => (
          <div className="barrow" key={id}>
            <div>
              <span className="key">{letter}</span>
              {text}
            </div>
            <svg className="bar" height="46" aria-hidden="true" focusable="false">
              <Bar bar={optionBar(cell, n)} cell={cell} direction={direction} />
            </svg>
            <div className="aside">
              <span>
                <CellWords cell={cell} />
              </span>
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

type BarProps = { readonly bar: OptionBar; readonly cell: Cell; readonly direction: Direction };

function Bar({ bar, cell, direction }: BarProps) {
  const t = useTranslations("figures");
  const { width, hidden, share, inside } = bar;
  const zero = `${fromLeft(0, 0, direction)}%`;
  const words =
    cell.kind === "count"
      ? t("share", { percent: share ?? 0 })
      : cell.kind === "allOrNearlyAll"
        ? t("allOrNearlyAll")
        : t("range", { from: cell.from, to: cell.to, choices: cell.to - cell.from + 1 });
  const x = inside ? fromLeft(0, width, direction) + width / 2 : fromLeft(width + 1, 0, direction);
  return (
    <>
      {width > 0 && (
        <rect
          className={hidden ? "c-held" : "c-s"}
          x={`${fromLeft(0, width, direction)}%`}
          y={hidden ? "8" : "7"}
          width={`${width}%`}
          height={hidden ? "26" : "28"}
        />
      )}
      <text className={inside ? (hidden ? "t-out" : "t-mid") : "t-out start"} x={`${x}%`} y="21.5">
        {words}
      </text>
      <line className="zero" x1={zero} x2={zero} y1="1" y2="41" />
    </>
  );
}
