"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChooseDelegations } from "./choose-delegations";
import { PasteSeats } from "./paste-seats";
import type { Seat } from "./seats";

type AddSeatsProps = { readonly consultationId: string; readonly seats: readonly Seat[] };

const WAYS = ["list", "text"] as const;

/** Adds seats from the list of delegations, or from a text; what was begun in one way stays while the other is tried. */
export function AddSeats({ consultationId, seats }: AddSeatsProps) {
  const t = useTranslations("seats");
  const [way, setWay] = useState<(typeof WAYS)[number]>("list");
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">{t("add")}</h2>
      <fieldset>
        <legend className="label">{t("way")}</legend>
        <div className="row ways">
          {WAYS.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              <span>{t(`ways.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div hidden={way !== "list"}>
        <ChooseDelegations consultationId={consultationId} seats={seats} />
      </div>
      <div hidden={way !== "text"}>
        <PasteSeats consultationId={consultationId} />
      </div>
    </section>
  );
}
