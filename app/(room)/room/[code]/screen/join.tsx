"use client";

import { useTranslations } from "next-intl";
import { Wordmark } from "@/app/_components/masthead";
import { useOrigin } from "@/app/_components/room/origin";
import { QrCode } from "@/app/_components/room/qr-code";
import { codeShown } from "@/domain/room/code";
import type { RoomView } from "@/domain/room/view";

/** An address as it is read from a wall and typed: without what every browser adds. */
const typedAddress = (origin: string) => `${origin.replace(/^https?:\/\//, "")}/room`;

type JoinPanelProps = { readonly code: string; readonly simulated: boolean };

/** How a device that has enrolled comes along; it says that the code admits nobody. */
export function JoinPanel({ code, simulated }: JoinPanelProps) {
  const t = useTranslations("roomScreens.screen");
  const tProduct = useTranslations("product");
  const origin = useOrigin();
  return (
    <section className="room-join on-baize" aria-label={t("join")}>
      <Wordmark />
      <h2>{t("openOwn")}</h2>
      <div className="room-qr">
        {origin !== null && <QrCode address={`${origin}/room/${code}`} label={t("qr")} />}
      </div>
      <div>
        <p className="addr">{origin === null ? "" : typedAddress(origin)}</p>
        <p className="room-code">{codeShown(code)}</p>
      </div>
      <p>{t("admitsNobody")}</p>
      {simulated && <p className="sim">{tProduct("simulated")}</p>}
    </section>
  );
}

type JoinLineProps = { readonly code: string; readonly view: RoomView };

/** The same in one line, beneath what was found; once the session is over there is nothing to join. */
export function JoinLine({ code, view }: JoinLineProps) {
  const t = useTranslations("roomScreens.screen");
  const tProduct = useTranslations("product");
  const origin = useOrigin();
  return (
    <div className="room-line">
      <span>{view.title}</span>
      {view.phase !== "ended" && origin !== null && (
        <span className="mono">
          {typedAddress(origin)} · <b>{codeShown(code)}</b>
        </span>
      )}
      <span>{t("rule")}</span>
      {view.simulated && <span>{tProduct("simulated")}</span>}
    </div>
  );
}
