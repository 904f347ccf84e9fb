"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChooseDelegations } from "./choose-delegations";
import { FurtherSeat } from "./further-seat";
import { PasteSeats } from "./paste-seats";
import type { Seat } from "./seats";

type AddSeatsProps = { readonly consultationId: string; readonly seats: readonly Seat[] };

const WAYS = ["list", "text", "further"] as const;

/** Adds seats from the list of delegations, from a text, or for a delegation that has one; what was begun in one way stays while the other is tried. */
export function AddSeats({ consultationId, seats }: AddSeatsProps) {
  const t = useTranslations("seats");
  const tSeating = useTranslations("seating");
  const ways = seats.length === 0 ? WAYS.slice(0, 2) : WAYS;
  const [way, setWay] = useState<(typeof WAYS)[number]>("list");
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">{t("add")}</h2>
      <fieldset>
        <legend className="label">{t("way")}</legend>
        <div className="row ways">
          {ways.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              <span>{one === "further" ? tSeating("further.way") : t(`ways.${one}`)}</span>
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
      <div hidden={way !== "further"}>
        <FurtherSeat consultationId={consultationId} seats={seats} />
      </div>
    </section>
  );
}
