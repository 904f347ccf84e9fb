import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { PlaceOfSeat } from "./place-of-seat";
import { SeatActs } from "./seat-acts";
import type { Seat } from "./seats";

type RosterTableProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  readonly mayInvite: boolean;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (seats: readonly Seat[], into: boolean) => void;
  readonly onMade: (links: readonly InvitationLink[]) => void;
  readonly onRemoved: (seat: Seat) => void;
};

/** The seats, row by row. Whether one has answered is no column: it is known to nobody. */
export function RosterTable(props: RosterTableProps) {
  const { consultationId, seats, mayInvite, picked, onPick, onMade, onRemoved } = props;
  const t = useTranslations("seats");
  const columns = [t("column.seat"), t("column.group"), t("column.link"), t("column.enrolment")];
  const rows = seats.map((seat) => ({
    key: seat.id,
    heading:
      mayInvite && !seat.enrolled ? (
        <label className="check">
          <input
            type="checkbox"
            checked={picked.has(seat.id)}
            onChange={({ target }) => onPick([seat], target.checked)}
          />
          <span>{seat.name}</span>
        </label>
      ) : (
        <span className={mayInvite ? "unticked" : undefined}>{seat.name}</span>
      ),
    cells: [
      { label: t("column.group"), content: <PlaceOfSeat {...seat} /> },
      {
        label: t("column.link"),
        content: (
          <span className={seat.invited ? "tag done" : "tag none"}>
            {t(seat.invited ? "linkMade" : "noLink")}
          </span>
        ),
      },
      {
        label: t("column.enrolment"),
        content: (
          <span className={seat.enrolled ? "tag done" : "tag none"}>
            {t(seat.enrolled ? "enrolled" : "notEnrolled")}
          </span>
        ),
      },
      ...(mayInvite
        ? [
            {
              label: "",
              content: (
                <SeatActs consultationId={consultationId} seat={seat} onMade={onMade} onRemoved={onRemoved} />
              ),
            },
          ]
        : []),
    ],
  }));
  return (
    <StackedTable
      title={t("roster")}
      captioned={false}
      columns={mayInvite ? [...columns, t("column.acts")] : columns}
      of="words"
      rows={rows}
    />
  );
}
