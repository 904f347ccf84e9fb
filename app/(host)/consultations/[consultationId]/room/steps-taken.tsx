"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/moment";
import { useStepName } from "@/app/_components/room/step-name";
import type { RoomSession } from "@/app/_trpc/room-console";

/** Who advanced what, the newest first: what was taken back and what came to nothing too, with the reason. */
export function StepsTaken({ session }: { readonly session: RoomSession }) {
  const t = useTranslations("roomScreens.console");
  const nameOf = useStepName();
  const { timeZone } = session.view.round;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{t("steps")}</h2>
      {session.steps.length === 0 && <p className="help">{t("noSteps")}</p>}
      <ol className="room-steps" reversed>
        {session.steps.map(({ number, step, by, takenAt, undone, refused }) => (
          <li key={number}>
            <span>
              <b>{nameOf(step)}</b> {t("takenBy", { by: by ?? t("aHost") })}{" "}
              <Moment at={takenAt} timeZone={timeZone} />
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
