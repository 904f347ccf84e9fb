"use client";

import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import { AddressesOfSeat } from "./addresses-of-seat";
import type { Desk } from "./mail-desk";
import { MailState } from "./mail-state";

type InvitedSeatsProps = {
  readonly consultationId: string;
  readonly seats: Desk["seats"];
  /** The seats to which an invitation can be sent now. */
  readonly free: ReadonlySet<string>;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (seatId: string, into: boolean) => void;
};

/** One row a seat: its addresses, and what became of its last invitation. */
export function InvitedSeats({ consultationId, seats, free, picked, onPick }: InvitedSeatsProps) {
  const t = useTranslations("mailDesk");
  if (seats.length === 0) return <p className="help">{t("noSeats")}</p>;
  const rows = seats.map((seat) => ({
    key: seat.id,
    heading: free.has(seat.id) ? (
      <label className="check">
        <input
          type="checkbox"
          checked={picked.has(seat.id)}
          onChange={({ target }) => onPick(seat.id, target.checked)}
        />
        <span>{seat.name}</span>
      </label>
    ) : (
      <span className="unticked">{seat.name}</span>
    ),
    cells: [
      {
        label: t("column.addresses"),
        content: <AddressesOfSeat consultationId={consultationId} seat={seat} />,
      },
      {
        label: t("column.invitation"),
        content: seat.enrolled ? (
          <span className="tag done">{t("enrolled")}</span>
        ) : seat.invitation === null ? (
          <span className="tag none">{t(seat.addresses.length > 0 ? "notMailed" : "noAddress")}</span>
        ) : (
          <MailState {...seat.invitation} />
        ),
      },
    ],
  }));
  return (
    <StackedTable
      title={t("seats")}
      captioned={false}
      columns={[t("column.seat"), t("column.addresses"), t("column.invitation")]}
      of="words"
      rows={rows}
    />
  );
}
