"use client";

import { useTranslations } from "next-intl";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { AskedButton } from "./asked-button";
import { MakeLinks } from "./make-links";
import type { Seat } from "./seats";
import { usePanelActs } from "./use-panel-acts";

type ChosenSeatsProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  /** How many of them the search leaves out at the moment. */
  readonly hidden: number;
  readonly onMade: (links: readonly InvitationLink[]) => void;
  readonly onWithdrawn: () => void;
  readonly onLetGo: () => void;
};

/** What can be done with the seats that are ticked in the roster. */
export function ChosenSeats(props: ChosenSeatsProps) {
  const { consultationId, seats, hidden, onMade, onWithdrawn, onLetGo } = props;
  const t = useTranslations("seats");
  const refused = useRefused("act");
  const { withdrawLinks } = usePanelActs();
  const seatIds = seats.map(({ id }) => id);
  const linked = seats.filter(({ invited }) => invited).length;
  return (
    <section className="chosen-seats" aria-labelledby="chosen">
      <h3 id="chosen">{t("chosen", { count: seats.length })}</h3>
      {hidden > 0 && <p className="help">{t("chosenHidden", { count: hidden })}</p>}
      <MakeLinks consultationId={consultationId} seats={seats} seatIds={seatIds} onMade={onMade}>
        {linked > 0 && (
          <AskedButton
            name={t("withdraw", { count: linked })}
            confirm={t("withdrawNow", { count: linked })}
            className="btn secondary"
            pending={withdrawLinks.isPending}
            onConfirm={() => withdrawLinks.mutate({ consultationId, seatIds }, { onSuccess: onWithdrawn })}
          />
        )}
        <button type="button" className="btn quiet small" onClick={onLetGo}>
          {t("letGo")}
        </button>
      </MakeLinks>
      <div aria-live="polite">
        {withdrawLinks.error !== null && <p className="notice caution">{refused(withdrawLinks.error)}</p>}
      </div>
    </section>
  );
}
