"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import type { Desk } from "./mail-desk";
import { useMailActs } from "./use-mail-acts";

type Seat = Desk["seats"][number];
type AddressFormProps = {
  readonly consultationId: string;
  readonly seat: Seat;
  readonly onDone: () => void;
};

/** Where mail for one seat goes, to be changed over what was seen; what was typed stays where it is refused. */
export function AddressForm({ consultationId, seat, onDone }: AddressFormProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("text");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // It appears where the button was that asked for it.
  useEffect(() => field.current?.focus(), []);
  const [before] = useState(seat.addresses);
  const [text, setText] = useState(seat.addresses.join(", "));
  const { changeAddresses } = useMailActs();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!changeAddresses.isPending)
      changeAddresses.mutate({ consultationId, seatId: seat.id, before, text }, { onSuccess: onDone });
  }

  return (
    <form className="addresses" onSubmit={submit} noValidate>
      <label className="sr" htmlFor={id}>
        {t("addressesOf", { delegation: seat.name })}
      </label>
      <input
        id={id}
        className="input"
        type="text"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        value={text}
        aria-describedby={`${id}-said`}
        aria-invalid={changeAddresses.isError}
        ref={field}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="row">
        <button type="submit" className="btn small" aria-disabled={changeAddresses.isPending}>
          {t("saveAddresses")}
        </button>
        <button type="button" className="btn quiet small" onClick={onDone}>
          {t("leaveAddresses")}
        </button>
      </span>
      <span className="help" id={`${id}-said`} role="status">
        {refused(changeAddresses.error)}
      </span>
    </form>
  );
}
