import type { Cell } from "@/domain/disclosure/cell";
import type { Message } from "./message";

/** A cell as it is printed: "12", "one or two", "15 or 16 (not shown)", "all or nearly all". */
export function cellMessage(cell: Cell): Message {
  if (cell.kind === "count") return { key: "findings.cells.count", values: { count: cell.count } };
  const { kind, from, to } = cell;
  return { key: `findings.cells.${kind}`, values: { from, to, choices: to - from + 1 } };
}
