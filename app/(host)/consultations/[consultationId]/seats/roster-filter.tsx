import { useTranslations } from "next-intl";
import { soughtAmong } from "@/domain/consultation/delegation-search";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";
import type { Seat } from "./seats";

const STATES = ["all", "noLink", "linked", "enrolled"] as const;

/** What a roster is narrowed to. */
export type Sought = {
  readonly name: string;
  readonly group: string;
  readonly state: (typeof STATES)[number];
};

export const EVERY_SEAT: Sought = { name: "", group: "all", state: "all" };

const stateOf = ({ invited, enrolled }: Seat) => (enrolled ? "enrolled" : invited ? "linked" : "noLink");

/** The seats that are looked for. */
export function seatsSought(seats: readonly Seat[], { name, group, state }: Sought): Seat[] {
  const sought = soughtAmong(
    seats.map(({ delegation }) => delegation),
    name,
  );
  return seats.filter(
    (seat) =>
      sought.has(seat.delegation) &&
      (group === "all" || (seat.regionalGroup ?? "none") === group) &&
      (state === "all" || stateOf(seat) === state),
  );
}

type RosterFilterProps = { readonly sought: Sought; readonly onChange: (sought: Sought) => void };

export function RosterFilter({ sought, onChange }: RosterFilterProps) {
  const t = useTranslations("seats");
  return (
    <search className="row sought">
      <div className="field">
        <label htmlFor="sought-name">{t("find")}</label>
        <input
          className="input"
          id="sought-name"
          type="search"
          value={sought.name}
          onChange={({ target }) => onChange({ ...sought, name: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="sought-group">{t("column.group")}</label>
        <select
          className="select"
          id="sought-group"
          value={sought.group}
          onChange={({ target }) => onChange({ ...sought, group: target.value })}
        >
          <option value="all">{t("allGroups")}</option>
          {REGIONAL_GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`groups.${group}`)}
            </option>
          ))}
          <option value="none">{t("noGroup")}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="sought-state">{t("state")}</label>
        <select
          className="select"
          id="sought-state"
          value={sought.state}
          onChange={({ target }) =>
            onChange({ ...sought, state: STATES.find((state) => state === target.value) ?? "all" })
          }
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
