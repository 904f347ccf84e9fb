"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useOrigin } from "@/app/_components/room/origin";
import type { RoomSession } from "@/app/_trpc/room-console";
import { codeShown } from "@/domain/room/code";

type SessionSideProps = { readonly consultationId: string; readonly session: RoomSession };

/** The way to the wall, the code that stands on it, and where what is said is noted. */
export function SessionSide({ consultationId, session }: SessionSideProps) {
  const t = useTranslations("roomScreens.console");
  const origin = useOrigin();
  const { code, view } = session;
  return (
    <aside className="stack">
      <section className="panel stack" aria-labelledby="wall">
        <h2 id="wall">{t("wall")}</h2>
        <p className="room-code">{codeShown(code)}</p>
        <p className="help">{t("codeHelp", { address: origin === null ? "/room" : `${origin}/room` })}</p>
        <Link className="btn secondary wide" href={`/room/${code}/screen`} target="_blank" prefetch={false}>
          {t("openScreen")}
        </Link>
        <Link
          className="btn secondary wide"
          href={`/consultations/${consultationId}/rounds/${view.round.id}/floor`}
          prefetch={false}
        >
          {t("notes")}
        </Link>
        <Link
          className="btn secondary wide"
          href={`/consultations/${consultationId}/room/door`}
          prefetch={false}
        >
          {t("lateCard")}
        </Link>
      </section>
    </aside>
  );
}
