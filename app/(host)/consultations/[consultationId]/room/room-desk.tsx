"use client";

import { useTranslations } from "next-intl";
import { useStepName } from "@/app/_components/room/step-name";
import { useRoomConsole } from "@/app/_trpc/room-console";
import { useRefused } from "@/app/(host)/_components/refused";
import { NextBar } from "./next-bar";
import { OnScreen } from "./on-screen";
import { OtherSteps } from "./other-steps";
import { SessionSide } from "./session-side";
import { StartSession } from "./start-session";
import { StepsTaken } from "./steps-taken";

type RoomDeskProps = { readonly consultationId: string; readonly mayConduct: boolean };

/** What the room is at, what comes next, and who did what. */
export function RoomDesk({ consultationId, mayConduct }: RoomDeskProps) {
  const t = useTranslations("roomScreens.console");
  const refused = useRefused("step");
  const nameOf = useStepName();
  const desk = useRoomConsole(consultationId);
  const session = desk.data?.session ?? null;
  const error = refused(desk.error);
  const [newest] = session?.steps ?? [];
  return (
    <main className="desk stack-lg room-desk" id="main">
      <h1>{t("title")}</h1>
      <div aria-live="polite">
        {desk.outOfTouch && <p className="notice caution">{t("outOfTouch")}</p>}
        {newest?.refused != null && (
          <p className="notice caution">{t("notDone", { step: nameOf(newest.step), why: newest.refused })}</p>
        )}
        {session === null && error !== undefined && <p className="notice caution">{error}</p>}
      </div>
      {session === null ? (
        <StartSession startable={desk.data?.startable ?? []} mayConduct={mayConduct} desk={desk} />
      ) : (
        <div className="cols cols-main-side">
          <div className="stack-lg">
            <OnScreen session={session} />
            {mayConduct && <OtherSteps session={session} desk={desk} />}
            <StepsTaken session={session} />
          </div>
          <SessionSide consultationId={consultationId} session={session} />
        </div>
      )}
      {session !== null && mayConduct && <NextBar session={session} desk={desk} error={error} />}
    </main>
  );
}
