import { comparable } from "./delegations";

/** What a column of a file of seats holds; a file may have others, which are left unread. */
export type Column = "delegation" | "group" | "kind" | "unread";

const HEADERS: Readonly<Record<string, Column>> = {
  delegation: "delegation",
  delegations: "delegation",
  country: "delegation",
  "member state": "delegation",
  name: "delegation",
  seat: "delegation",
  state: "delegation",
  group: "group",
  region: "group",
  "regional group": "group",
  kind: "kind",
  type: "kind",
};

/** The columns of a file without a header. */
export const WITHOUT_HEADER: readonly Column[] = ["delegation", "group", "kind"];

/** The columns that a first row names, or null where it is no header but a seat. */
export function headerOf(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map((cell) => HEADERS[comparable(cell)] ?? "unread");
  return columns.includes("delegation") ? columns : null;
}
