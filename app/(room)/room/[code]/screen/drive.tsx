"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useClockFrom } from "@/app/_components/room/service-clock";
import { useStepName } from "@/app/_components/room/step-name";
import { useRoomConsole } from "@/app/_trpc/room-console";
import { useRefused } from "@/app/(host)/_components/refused";
import { secondsUntil } from "@/domain/room/countdown";
import { nextStep, stepByKey } from "@/domain/room/next";
import type { RoomView } from "@/domain/room/view";
import { type Key, useKeys } from "./keys";
import { KeysHelp } from "./keys-help";

type DriveProps = { readonly consultationId: string; readonly code: string; readonly view: RoomView };

/** For a host at the projector: keys and clickers take the next step, and a line says what is about to happen. */
export function Drive({ consultationId, code, view }: DriveProps) {
  const t = useTranslations("roomScreens.drive");
  const tHost = useTranslations("roomScreens.console");
  const nameOf = useStepName();
  const refused = useRefused("step");
  const driving = useRoomConsole(consultationId);
  const help = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);
  const [said, setSaid] = useState<string | null>(null);
  // Another session may have begun since: its screen is at its own code.
  const found = driving.data?.session;
  const session = found?.code === code ? found : null;
  const pending = session?.pending ?? null;
  const now = useClockFrom(session?.view.now ?? view.now);

  useKeys((key: Key) => {
    if (key === "help") return help.current?.showModal();
    setSaid(null);
    if (!on) return setSaid(t("off"));
    if (session === null) return setSaid(t("noSession"));
    if (driving.busy) return;
    if (key === "undo") {
      if (pending !== null) driving.undo(pending.number);
      return;
    }
    if (pending !== null) return setSaid(t("waitForStep"));
    const step = stepByKey(session.situation, key);
    if (step !== null) return driving.take(session, step);
    if (key === "back") return setSaid(t("noWayBack"));
    setSaid(nextStep(session.situation) === null ? tHost("counting") : t("atConsole"));
  });

  const error = refused(driving.error);
  const notDone = session?.steps[0]?.refused ?? null;
  const words = driving.outOfTouch ? t("outOfTouch") : (said ?? error ?? notDone);
  return (
    <aside className="room-drive" aria-label={t("label")}>
      <p role="status">
        {pending !== null
          ? t("pending", { step: nameOf(pending.step), by: pending.by ?? "none" })
          : (words ?? "")}
      </p>
      {pending !== null && (
        <p className="seconds" aria-hidden="true">
          {secondsUntil(pending.effectAt, now)}
        </p>
      )}
      <button type="button" className="btn quiet small" onClick={() => help.current?.showModal()}>
        {t("keys")}
      </button>
      <KeysHelp ref={help} on={on} onSwitch={setOn} />
    </aside>
  );
}
