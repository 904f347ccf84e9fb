"use client";

import { useTranslations } from "next-intl";
import type { RoomSession, useRoomConsole } from "@/app/_trpc/room-console";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import { otherSteps } from "@/domain/room/next";
import { whyNot } from "@/domain/room/possible";
import { BAR, StepButton } from "./step-button";

type OtherStepsProps = { readonly session: RoomSession; readonly desk: ReturnType<typeof useRoomConsole> };

/** What else can be done than what comes next, and why the same cannot be asked again where it cannot. */
export function OtherSteps({ session, desk }: OtherStepsProps) {
  const t = useTranslations("roomScreens.console");
  const tRefusals = useTranslations("refusals");
  const { situation, pending, view } = session;
  const others = pending === null ? otherSteps(situation) : [];
  const shows = view.phase === "findings" || view.phase === "discussion";
  const obstacle = whyNot({ kind: "askAgain" }, situation);
  const place = useFocusOnceGone<HTMLDetailsElement>(BAR);
  if (others.length === 0) return null;
  return (
    <details className="more room-others" ref={place}>
      <summary>{t("otherSteps")}</summary>
      <div className="stack">
        {others.map((step) => (
          <StepButton key={JSON.stringify(step)} step={step} session={session} desk={desk} />
        ))}
        {shows && obstacle !== null && (
          <p className="help">{t("noAskAgain", { why: tRefusals(obstacle) })}</p>
        )}
      </div>
    </details>
  );
}
