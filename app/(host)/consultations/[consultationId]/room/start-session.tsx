"use client";

import { useTranslations } from "next-intl";
import type { RoomConsole, useRoomConsole } from "@/app/_trpc/room-console";

type StartSessionProps = {
  readonly startable: RoomConsole["startable"];
  readonly mayConduct: boolean;
  readonly desk: ReturnType<typeof useRoomConsole>;
};

/** The rounds that can be run in a room, each with what it still needs before it opens. */
export function StartSession({ startable, mayConduct, desk }: StartSessionProps) {
  const t = useTranslations("roomScreens.console");
  return (
    <section className="stack" aria-labelledby="start">
      <h2 id="start">{t("start")}</h2>
      <p className="prose">{t("startWhat")}</p>
      {startable.length === 0 && <p className="notice">{t("nothingToRun")}</p>}
      {startable.map(({ roundId, number, stage, issues }) => (
        <div className="panel stack" key={roundId}>
          <p>
            {t(stage === "closed" ? "roundClosed" : stage === "draft" ? "roundInDraft" : "roundUnderWay", {
              number,
            })}
          </p>
          {issues.length > 0 && (
            <>
              <p className="help">{t("stillToDo")}</p>
              <ul className="bullets">
                {issues.map((issue) => (
                  <li key={issue}>{issue}</li>
                ))}
              </ul>
            </>
          )}
          {mayConduct && (
            <button
              type="button"
              className="btn"
              aria-disabled={desk.busy}
              onClick={() => !desk.busy && desk.start(roundId)}
            >
              {t("startWith", { number })}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
