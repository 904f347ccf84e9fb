"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useMemo, useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import { soughtAmong } from "@/domain/consultation/delegation-search";
import { DELEGATIONS, FURTHER_ORGANISATIONS } from "@/domain/consultation/delegations";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";
import { KNOWN_DELEGATIONS } from "@/domain/consultation/known-delegations";
import { DelegationGroup } from "./delegation-group";
import type { Seat } from "./seats";
import { usePanelActs } from "./use-panel-acts";

type ChooseDelegationsProps = { readonly consultationId: string; readonly seats: readonly Seat[] };

const GROUPS = [
  ...REGIONAL_GROUPS.map((key) => ({
    key,
    delegations: DELEGATIONS.filter(({ regionalGroup }) => regionalGroup === key),
  })),
  ...(["observerState", "organisation"] as const).map((key) => ({
    key,
    delegations: DELEGATIONS.filter(({ kind }) => kind === key),
  })),
  { key: "further" as const, delegations: FURTHER_ORGANISATIONS },
];
const EVERY_NAME = KNOWN_DELEGATIONS.map(({ name }) => name);

/** The delegations known by name, group by group, to be ticked. */
export function ChooseDelegations({ consultationId, seats }: ChooseDelegationsProps) {
  const t = useTranslations("seats");
  const tSeating = useTranslations("seating");
  const refused = useRefused("act");
  const { add } = usePanelActs();
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const seated = new Set(seats.map(({ delegation }) => delegation));
  const chosen = [...ticked].filter((name) => !seated.has(name));
  const searching = typed.trim() !== "";
  const sought = useMemo(() => soughtAmong(EVERY_NAME, typed), [typed]);
  const found = GROUPS.map((group) => ({
    ...group,
    shown: group.delegations.filter(({ name }) => sought.has(name)),
  })).filter(({ shown }) => shown.length > 0);

  function tick(names: readonly string[], into: boolean) {
    add.reset();
    setTicked(
      (before) => new Set(into ? [...before, ...names] : [...before].filter((name) => !names.includes(name))),
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen.length === 0) return;
    add.mutate({ consultationId, names: chosen }, { onSuccess: () => setTicked(new Set()) });
  }

  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor="find-delegation">{t("findDelegation")}</label>
        <input
          className="input"
          id="find-delegation"
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <p className="fine" role="status">
        {searching && t("found", { count: found.reduce((count, { shown }) => count + shown.length, 0) })}
      </p>
      <p className="fine">{tSeating("source")}</p>
      <div className="delegations">
        {found.map(({ key, delegations, shown }) => (
          <DelegationGroup
            key={key}
            name={t(`groups.${key}`)}
            delegations={delegations}
            shown={shown}
            searching={searching}
            seated={seated}
            ticked={ticked}
            onTick={tick}
          />
        ))}
      </div>
      <div className="row">
        <button
          className="btn"
          type="submit"
          aria-disabled={chosen.length === 0 || add.isPending}
          aria-describedby={chosen.length === 0 ? "choose-first" : undefined}
        >
          {add.isPending ? t("adding") : t("addChosen", { count: chosen.length })}
        </button>
        {chosen.length === 0 && !add.isSuccess && (
          <span className="help" id="choose-first">
            {t("chooseFirst")}
          </span>
        )}
        <span className="help" role="status">
          {add.isSuccess && t("added", { count: add.data.added })}
        </span>
      </div>
      <div aria-live="polite">
        {add.error !== null && <p className="notice caution">{refused(add.error)}</p>}
      </div>
    </form>
  );
}
