import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Delegation, noteOf } from "@/domain/consultation/delegations";
import { OtherLanguages } from "./other-languages";

type DelegationGroupProps = {
  readonly name: string;
  readonly delegations: readonly Delegation[];
  /** Those of them that the search has found. */
  readonly shown: readonly Delegation[];
  readonly searching: boolean;
  readonly seated: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (names: readonly string[], into: boolean) => void;
};

/** One group of delegations: all of it in one tick, or each by itself. A search opens it, and offers single ones alone. */
export function DelegationGroup(props: DelegationGroupProps) {
  const { name, delegations, shown, searching, seated, ticked, onTick } = props;
  const t = useTranslations("seats");
  const tNotes = useTranslations("delegationNotes");
  const [open, setOpen] = useState(false);
  const free = delegations.filter((delegation) => !seated.has(delegation.name)).map((one) => one.name);
  const chosen = free.filter((one) => ticked.has(one)).length;
  const all = free.length > 0 && chosen === free.length;
  return (
    <fieldset>
      <legend className="label">{name}</legend>
      {!searching && (
        <label className="check">
          <input
            type="checkbox"
            disabled={free.length === 0}
            checked={all}
            ref={(box) => {
              if (box !== null) box.indeterminate = chosen > 0 && !all;
            }}
            onChange={() => onTick(free, !all)}
          />
          <span>
            {t("allOfGroup")}{" "}
            <small>
              {t("ofGroup", { all: delegations.length, seated: delegations.length - free.length, chosen })}
            </small>
          </span>
        </label>
      )}
      <details
        className="more"
        open={open || searching}
        onToggle={({ currentTarget }) => !searching && setOpen(currentTarget.open)}
      >
        <summary>
          {t("each")}
          <span className="sr"> {t("ofThe", { name })}</span>
        </summary>
        <ul>
          {shown.map((delegation) => {
            const note = noteOf(delegation);
            const hasSeat = seated.has(delegation.name);
            return (
              <li key={delegation.name}>
                <label className="check">
                  <input
                    type="checkbox"
                    disabled={hasSeat}
                    checked={hasSeat || ticked.has(delegation.name)}
                    onChange={({ target }) => onTick([delegation.name], target.checked)}
                  />
                  <span>
                    {delegation.name}
                    {hasSeat && <small>{t("hasSeat")}</small>}
                    {note !== null && <small>{tNotes(note)}</small>}
                    <OtherLanguages delegation={delegation.name} />
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </details>
    </fieldset>
  );
}
