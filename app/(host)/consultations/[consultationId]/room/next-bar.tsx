"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useClockFrom } from "@/app/_components/room/service-clock";
import { useStepName } from "@/app/_components/room/step-name";
import type { RoomSession, useRoomConsole } from "@/app/_trpc/room-console";
import { useFocusOnceGone } from "@/app/(host)/_components/focus-once-gone";
import { secondsUntil } from "@/domain/room/countdown";
import { nextStep, stepBack } from "@/domain/room/next";
import { USUAL_LAST_CALL } from "@/domain/room/step";
import { BAR, StepButton } from "./step-button";

/** Lengths of a last call to choose from, in seconds. */
const LENGTHS = [30, 60, USUAL_LAST_CALL, 180, 300, 600] as const;

type BarProps = { readonly session: RoomSession; readonly desk: ReturnType<typeof useRoomConsole> };

type NextBarProps = BarProps & {
  /** Why the last press came to nothing, or that no reply came to it. */
  readonly error: string | undefined;
};

/** At the thumb, wherever the page is scrolled to: what comes next, and what became of the press before. */
export function NextBar({ session, desk, error }: NextBarProps) {
  const t = useTranslations("roomScreens.console");
  // Kept while a step is pending: whoever takes a last call back has its length still.
  const [seconds, setSeconds] = useState<number>(USUAL_LAST_CALL);
  const nameOf = useStepName();
  const { pending } = session;
  return (
    <section className={pending === null ? "room-bar" : "room-bar pending"} id={BAR} aria-label={t("next")}>
      <div role="status">
        {error !== undefined && <p className="notice caution">{error}</p>}
        {pending !== null && (
          <p>{t("pending", { step: nameOf(pending.step), by: pending.by ?? t("aHost") })}</p>
        )}
      </div>
      {pending === null ? (
        <Next session={session} desk={desk} seconds={seconds} onSeconds={setSeconds} />
      ) : (
        <Pending session={session} pending={pending} desk={desk} />
      )}
    </section>
  );
}

type NextProps = BarProps & {
  /** The length of a last call. */
  readonly seconds: number;
  readonly onSeconds: (seconds: number) => void;
};

/** What comes next as one large button, and the way back. */
function Next({ session, desk, seconds, onSeconds }: NextProps) {
  const t = useTranslations("roomScreens.console");
  const nameOf = useStepName();
  const next = nextStep(session.situation);
  const back = stepBack(session.situation);
  const step = next?.kind === "lastCall" ? { ...next, seconds } : next;
  const place = useFocusOnceGone<HTMLDivElement>(BAR);
  return (
    <div className="room-now" ref={place}>
      {step?.kind === "lastCall" && (
        <div className="field">
          <label htmlFor="last-call">{t("lastCallLength")}</label>
          <select
            className="input"
            id="last-call"
            value={seconds}
            onChange={({ target }) => onSeconds(Number(target.value))}
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
    </div>
  );
}

type PendingProps = BarProps & { readonly pending: NonNullable<RoomSession["pending"]> };

/** While a step can be taken back, that alone. */
function Pending({ session, pending, desk }: PendingProps) {
  const t = useTranslations("roomScreens.console");
  const now = useClockFrom(session.view.now);
  const place = useFocusOnceGone<HTMLDivElement>(BAR);
  return (
    <div className="room-now" ref={place}>
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
    </div>
  );
}
