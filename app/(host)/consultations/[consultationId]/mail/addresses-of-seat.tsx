"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { AddressForm } from "./address-form";
import type { Desk } from "./mail-desk";

type AddressesOfSeatProps = { readonly consultationId: string; readonly seat: Desk["seats"][number] };

/** A seat's addresses, and the way to change them; the keyboard comes back to the button that asked. */
export function AddressesOfSeat({ consultationId, seat }: AddressesOfSeatProps) {
  const t = useTranslations("mailDesk");
  const format = useFormatter();
  const [editing, setEditing] = useState(false);
  const asking = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) asking.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (editing)
    return <AddressForm consultationId={consultationId} seat={seat} onDone={() => setEditing(false)} />;
  return (
    <div className="addresses-held">
      {seat.addresses.map((address) => (
        <span className="address" key={address}>
          {address}
        </span>
      ))}
      {seat.shares.length > 0 && (
        <span className="fine note">
          {t("shares", { count: seat.shares.length, seats: format.list(seat.shares) })}
        </span>
      )}
      <button type="button" className="btn quiet small" ref={asking} onClick={() => setEditing(true)}>
        {t(seat.addresses.length > 0 ? "changeAddresses" : "addAddresses")}
        <span className="sr"> {t("forSeat", { delegation: seat.name })}</span>
      </button>
    </div>
  );
}
