import type { Issue } from "@/domain/issue";
import { readAddresses } from "@/domain/mail/addresses";
import { comparable, type DelegationKind } from "./delegations";
import type { RegionalGroup } from "./delegations-member-states";
import { regionalGroupNamed } from "./regional-group";
import type { Column } from "./seat-columns";

/** What stands beside a delegation's name in a row. */
export type Beside = {
  readonly group: RegionalGroup | null;
  readonly kind: DelegationKind | null;
  /** How many seats the delegation is to have, at least one. */
  readonly seats: number;
  /** As they are written, their domains in small letters; each once. */
  readonly addresses: readonly string[];
};

/** Most seats that one row may give a delegation. */
export const MOST_SEATS_OF_ONE = 20;

const KIND_NAMES: Readonly<Record<string, DelegationKind>> = {
  "member state": "memberState",
  memberstate: "memberState",
  "observer state": "observerState",
  observerstate: "observerState",
  organisation: "organisation",
  organization: "organisation",
  other: "other",
};

/** What the cells beside a name say, or the issue of the first that cannot be read. Without a header each is known by itself. */
export function besideOf(
  cells: readonly { readonly cell: string; readonly column: Column | null }[],
): Beside | Issue {
  let beside: Beside = { group: null, kind: null, seats: 1, addresses: [] };
  for (const { cell, column } of cells) {
    if (column === "email" || (column === null && cell.includes("@"))) {
      // All cells of the row together, so that an address which stands in two counts once.
      const { addresses, issue } = readAddresses([...beside.addresses, cell].join(" "));
      if (issue?.code === "address_unreadable") return { ...issue, code: "seat_address_unreadable" };
      if (issue !== null) return { ...issue, code: "seat_addresses_many" };
      beside = { ...beside, addresses };
    } else if (column === "seats" || (column === null && /^\d+$/.test(cell))) {
      const seats = Number(cell);
      if (!/^\d+$/.test(cell) || seats < 1 || seats > MOST_SEATS_OF_ONE)
        return { code: "seat_count_unreadable", values: { text: cell, most: MOST_SEATS_OF_ONE } };
      beside = { ...beside, seats };
    } else {
      const group = regionalGroupNamed(cell);
      const kind = KIND_NAMES[comparable(cell)] ?? null;
      if (group === null && kind === null) return { code: "seat_column_unknown", values: { text: cell } };
      beside = { ...beside, group: beside.group ?? group, kind: beside.kind ?? kind };
    }
  }
  return beside;
}
