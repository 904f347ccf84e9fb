import type { ReactNode } from "react";
import { TableRegion } from "./figure-frame";

export type StackedCell = {
  readonly content: ReactNode;
  /** What stands before the content on a phone, where no head stands above it. */
  readonly label: string;
  /** Columns that it spans, 1 if not stated. */
  readonly span?: number;
};

type StackedRow = {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cells: readonly StackedCell[];
};

type StackedTableProps = {
  readonly id?: string;
  /** Names the table. `captioned` shows it; otherwise the page's own words stand above the table. */
  readonly title: string;
  readonly captioned: boolean;
  /** The head of the row headings first. */
  readonly columns: readonly string[];
  readonly of: "figures" | "words";
  readonly rows: readonly StackedRow[];
};

/** Columns that fit a printed page. */
const WIDEST = 7;
/** A longer head of a column leaves no room for a second one beside it on a phone. */
const LONGEST = 24;

/**
 * A table whose rows stack on a phone, and in print where it is too wide for the page: each cell under its own label.
 * Rows become grids there, and without the roles it would be no table any more.
 */
export function StackedTable({ id, title, captioned, columns, of, rows }: StackedTableProps) {
  const side = of === "figures" ? "r" : undefined;
  const width = columns.length > WIDEST ? " wide" : "";
  const heads = columns.some((column) => column.length > LONGEST) ? " long" : "";
  return (
    <TableRegion title={title}>
      <table
        className={`datatable stacks${width}${heads}${of === "words" ? " worded" : ""}`}
        role="table"
        id={id}
      >
        <caption className={captioned ? undefined : "sr"}>{title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <th scope="col" role="columnheader" className={index === 0 ? undefined : side} key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, heading, cells }) => (
            <tr role="row" key={key}>
              <th scope="row" role="rowheader">
                {heading}
              </th>
              {cells.map(({ content, label, span = 1 }) => (
                <td role="cell" className={side} colSpan={span} data-label={label} key={label}>
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
