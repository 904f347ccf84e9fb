"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useStepName } from "@/app/_components/room/step-name";
import type { RoomSession } from "@/app/_trpc/room-console";

/** Who advanced what, the newest first: what was taken back and what came to nothing too, with the reason. */
export function StepsTaken({ session }: { readonly session: RoomSession }) {
  const t = useTranslations("roomScreens.console");
  const format = useFormatter();
  const nameOf = useStepName();
  const { timeZone } = session.view.round;
  const time = (at: string) =>
    format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone });
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{t("steps")}</h2>
      {session.steps.length === 0 && <p className="help">{t("noSteps")}</p>}
      <ol className="room-steps" reversed>
        {session.steps.map(({ number, step, by, takenAt, undone, refused }) => (
          <li key={number}>
            <span>
              <b>{nameOf(step)}</b> {t("takenBy", { by: by ?? t("aHost"), time: time(takenAt) })}
            </span>
            {undone && <span className="tag none">{t("undone")}</span>}
            {refused !== null && (
              <span>
                <span className="tag alert">{t("refused")}</span> {refused}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
