"use client";

import { useTranslations } from "next-intl";
import { focused } from "@/app/_components/focused";
import { QrCode } from "@/app/_components/room/qr-code";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { CardsButton } from "../../seats/cards-button";
import { CopyButton } from "../../seats/copy-button";

type DoorCardProps = {
  readonly consultationId: string;
  /** The link just made, the only time that it can be shown. */
  readonly link: InvitationLink;
  readonly onDone: () => void;
};

/** The invitation just made: to be scanned from this screen right away, or printed as a card. */
export function DoorCard({ consultationId, link: made, onDone }: DoorCardProps) {
  const t = useTranslations("roomDoor");
  const { delegation, link } = made;
  return (
    <section className="panel stack door-card" aria-labelledby="door-card">
      <h2 id="door-card" tabIndex={-1} ref={focused}>
        {t("card", { seat: delegation })}
      </h2>
      <p>{t("scan")}</p>
      <div className="door-code">
        <QrCode address={link} label={t("qr", { seat: delegation })} />
      </div>
      <CardsButton consultationId={consultationId} links={[made]} />
      <details className="more">
        <summary>{t("link")}</summary>
        <p className="hash">{link}</p>
        <CopyButton name={t("copy")} text={link} />
      </details>
      <div>
        <button type="button" className="btn" onClick={onDone}>
          {t("done")}
        </button>
      </div>
    </section>
  );
}
