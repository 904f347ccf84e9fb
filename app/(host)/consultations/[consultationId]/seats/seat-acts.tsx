"use client";

import { useTranslations } from "next-intl";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { AskedButton } from "./asked-button";
import type { Seat } from "./seats";
import { usePanelActs } from "./use-panel-acts";

type SeatActsProps = {
  readonly consultationId: string;
  readonly seat: Seat;
  readonly onMade: (links: readonly InvitationLink[]) => void;
  readonly onRemoved: (seat: Seat) => void;
};

/** A first link for one seat or a new one in its place, and the seat's removal; nothing of it once it has enrolled. */
export function SeatActs({ consultationId, seat, onMade, onRemoved }: SeatActsProps) {
  const t = useTranslations("seats");
  const refused = useRefused("act");
  const { issueLinks, remove } = usePanelActs();
  const { id, name: delegation, invited, enrolled } = seat;
  if (enrolled) return <span className="fine">{t("fixed")}</span>;
  const make = () =>
    !issueLinks.isPending &&
    issueLinks.mutate({ consultationId, seatIds: [id], replace: invited }, { onSuccess: onMade });
  const error = issueLinks.error ?? remove.error;
  return (
    <span className="seat-acts">
      <span className="row">
        {invited ? (
          <AskedButton
            name={t("newLink")}
            of={t("forSeat", { delegation })}
            confirm={t("newLinkNow", { delegation })}
            className="btn quiet small"
            pending={issueLinks.isPending}
            onConfirm={make}
          />
        ) : (
          <button
            type="button"
            className="btn quiet small"
            aria-disabled={issueLinks.isPending}
            onClick={make}
          >
            {t("makeOne")}
            <span className="sr"> {t("forSeat", { delegation })}</span>
          </button>
        )}
        <AskedButton
          name={t("remove")}
          of={delegation}
          confirm={t("removeNow", { delegation })}
          className="btn quiet small"
          pending={remove.isPending}
          onConfirm={() =>
            remove.mutate({ consultationId, seatId: id }, { onSuccess: () => onRemoved(seat) })
          }
        />
      </span>
      <span className="help" role="status">
        {refused(error)}
      </span>
    </span>
  );
}
