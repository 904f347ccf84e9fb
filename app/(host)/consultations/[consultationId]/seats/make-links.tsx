"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { AskedButton } from "./asked-button";
import type { Seat } from "./seats";
import { usePanelActs } from "./use-panel-acts";

type MakeLinksProps = {
  readonly consultationId: string;
  /** The seats that a link is made for; none of them has enrolled. */
  readonly seats: readonly Seat[];
  /** The same as the server is asked for them: "all" leaves out whoever enrols meanwhile. */
  readonly seatIds: string[] | "all";
  readonly onMade: (links: readonly InvitationLink[]) => void;
  /** What else can be done with these seats. */
  readonly children?: ReactNode;
};

/** Makes links for several seats, beside their earlier ones or, if so wished, in their place. */
export function MakeLinks({ consultationId, seats, seatIds, onMade, children }: MakeLinksProps) {
  const t = useTranslations("seats");
  const refused = useRefused("act");
  const [wished, setWished] = useState(false);
  const { issueLinks } = usePanelActs();
  const linked = seats.filter(({ invited }) => invited).length;
  const replace = wished && linked > 0;
  const make = () =>
    !issueLinks.isPending && issueLinks.mutate({ consultationId, seatIds, replace }, { onSuccess: onMade });
  const name = t("make", { count: seats.length });
  return (
    <>
      {linked > 0 && (
        <label className="check">
          <input type="checkbox" checked={wished} onChange={({ target }) => setWished(target.checked)} />
          <span>
            {t("replace", { count: linked })} <small>{t("replaceHelp")}</small>
          </span>
        </label>
      )}
      <div className="row">
        {replace ? (
          <AskedButton
            key="replace"
            name={name}
            confirm={t("makeAndWithdraw", { count: seats.length })}
            className="btn"
            pending={issueLinks.isPending}
            onConfirm={make}
          />
        ) : (
          <button type="button" className="btn" aria-disabled={issueLinks.isPending} onClick={make}>
            {issueLinks.isPending ? t("making") : name}
          </button>
        )}
        {children}
      </div>
      <div aria-live="polite">
        {issueLinks.error !== null && <p className="notice caution">{refused(issueLinks.error)}</p>}
      </div>
    </>
  );
}
