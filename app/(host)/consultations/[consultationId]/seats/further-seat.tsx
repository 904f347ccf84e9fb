"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { seatName } from "@/domain/consultation/seat-name";
import type { Seat } from "./seats";
import { usePanelActs } from "./use-panel-acts";

type FurtherSeatProps = { readonly consultationId: string; readonly seats: readonly Seat[] };

/** Gives a delegation that has a seat another one: only once whoever does it has said that this is meant. */
export function FurtherSeat({ consultationId, seats }: FurtherSeatProps) {
  const t = useTranslations("seating.further");
  const refused = useRefused("act");
  const { addFurther } = usePanelActs();
  const [chosen, setChosen] = useState("");
  const [meant, setMeant] = useState(false);
  const delegations = [...Map.groupBy(seats, ({ delegation }) => delegation)];
  const [delegation, own] = delegations.find(([name]) => name === chosen) ?? delegations[0] ?? ["", []];
  const further = { delegation, place: Math.max(0, ...own.map(({ place }) => place)) + 1 };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!meant || addFurther.isPending) return;
    addFurther.mutate({ consultationId, ...further }, { onSuccess: () => setMeant(false) });
  }

  if (own.length === 0) return null;
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t("what")}</p>
      <Field id="further-seat" label={t("delegation")} error={undefined}>
        {(attributes) => (
          <select
            {...attributes}
            className="select"
            value={delegation}
            onChange={({ target }) => {
              addFurther.reset();
              setMeant(false);
              setChosen(target.value);
            }}
          >
            {delegations.map(([name, has]) => (
              <option key={name} value={name}>
                {t("has", { name, count: has.length })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={meant} onChange={({ target }) => setMeant(target.checked)} />
        <span>{t("meant", { delegation, count: own.length + 1 })}</span>
      </label>
      <div className="row">
        <button
          className="btn"
          type="submit"
          aria-disabled={!meant || addFurther.isPending}
          aria-describedby={meant ? undefined : "further-first"}
        >
          {t("add", { seat: seatName(further) })}
        </button>
        {!meant && !addFurther.isSuccess && (
          <span className="help" id="further-first">
            {t("first")}
          </span>
        )}
        <span className="help" role="status">
          {addFurther.isSuccess && t("added", { seat: seatName(addFurther.variables) })}
        </span>
      </div>
      <div aria-live="polite">
        {addFurther.error !== null && <p className="notice caution">{refused(addFurther.error)}</p>}
      </div>
    </form>
  );
}
