"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useClockFrom } from "@/app/_components/room/service-clock";
import { standingOf } from "@/app/_components/room/standing";
import { useStepName } from "@/app/_components/room/step-name";
import type { RoomSession, useRoomConsole } from "@/app/_trpc/room-console";
import { secondsUntil } from "@/domain/room/countdown";
import { nextStep, stepBack } from "@/domain/room/next";
import { USUAL_LAST_CALL } from "@/domain/room/step";
import { StepButton } from "./step-button";

/** Lengths of a last call to choose from, in seconds. */
const LENGTHS = [30, 60, USUAL_LAST_CALL, 180, 300, 600] as const;

type NextBarProps = { readonly session: RoomSession; readonly desk: ReturnType<typeof useRoomConsole> };

/** At the thumb: what comes next as one large button, and while a step can be taken back, that alone. */
export function NextBar({ session, desk }: NextBarProps) {
  const t = useTranslations("roomScreens.console");
  const nameOf = useStepName();
  const [seconds, setSeconds] = useState<number>(USUAL_LAST_CALL);
  const { pending } = session;
  if (pending !== null) return <PendingBar session={session} pending={pending} desk={desk} />;
  const standing = standingOf(session);
  const next = nextStep(standing);
  const back = stepBack(standing);
  const step = next?.kind === "lastCall" ? { ...next, seconds } : next;
  return (
    <section className="room-bar" aria-label={t("next")}>
      {step?.kind === "lastCall" && (
        <div className="field">
          <label htmlFor="last-call">{t("lastCallLength")}</label>
          <select
            className="input"
            id="last-call"
            value={seconds}
            onChange={({ target }) => setSeconds(Number(target.value))}
          >
            {LENGTHS.map((length) => (
              <option key={length} value={length}>
                {t("length", { minutes: Math.floor(length / 60), seconds: length % 60 })}
              </option>
            ))}
          </select>
        </div>
      )}
      {step === null && session.view.phase === "closed" && <p className="help">{t("counting")}</p>}
      {step !== null && <StepButton step={step} session={session} desk={desk} large />}
      {back !== null && (
        <button
          type="button"
          className="btn quiet"
          aria-disabled={desk.busy}
          onClick={() => !desk.busy && desk.take(session, back)}
        >
          {t("back", { step: nameOf(back) })}
        </button>
      )}
    </section>
  );
}

type PendingBarProps = NextBarProps & { readonly pending: NonNullable<RoomSession["pending"]> };

function PendingBar({ session, pending, desk }: PendingBarProps) {
  const t = useTranslations("roomScreens.console");
  const nameOf = useStepName();
  const now = useClockFrom(session.view.now);
  return (
    <section className="room-bar pending" aria-label={t("next")}>
      <p role="status">{t("pending", { step: nameOf(pending.step), by: pending.by ?? t("aHost") })}</p>
      <button
        type="button"
        className="btn refuse wide room-next"
        aria-disabled={desk.busy}
        onClick={() => !desk.busy && desk.undo(pending.number)}
      >
        <span>{t("undo")}</span>
        <span className="room-next-words" aria-hidden="true">
          {t("secondsLeft", { seconds: secondsUntil(pending.effectAt, now) })}
        </span>
      </button>
    </section>
  );
}
