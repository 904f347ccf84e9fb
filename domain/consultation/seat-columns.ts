import { comparable } from "./delegations";

/** What a column of a file of seats holds; a file may have others, which are left unread. */
export type Column = "delegation" | "group" | "kind" | "seats" | "email" | "unread";

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
  seats: "seats",
  "number of seats": "seats",
  places: "seats",
  email: "email",
  "e mail": "email",
  emails: "email",
  "e mails": "email",
  mail: "email",
  address: "email",
  addresses: "email",
  "email address": "email",
  "e mail address": "email",
  "email addresses": "email",
  "e mail addresses": "email",
};

/** The columns of a file without a header: a delegation, and beside it whatever is known by what it says. */
export const WITHOUT_HEADER: readonly Column[] = ["delegation", "group", "kind", "seats", "email"];

/** Heads a column of delegations, and is a kind as well: the row of a seat may end in it. */
const HEADER_OR_KIND = "member state";

/** The columns that a first row names, or null where it is no header but a seat. */
export function headerOf(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map((cell) => HEADERS[comparable(cell)] ?? "unread");
  const at = columns.indexOf("delegation");
  const alone = columns.filter((column) => column !== "unread").length === 1;
  const kind = at > 0 && alone && comparable(cells[at] ?? "") === HEADER_OR_KIND;
  return at === -1 || kind ? null : columns;
}
