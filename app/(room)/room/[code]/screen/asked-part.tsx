"use client";

import { useLocale, useTranslations } from "next-intl";
import { useClockFrom } from "@/app/_components/room/service-clock";
import { momentParts } from "@/domain/consultation/moment";
import { countdown } from "@/domain/room/countdown";
import type { RoomView } from "@/domain/room/view";

/** Characters from which a question is set smaller, so that its countdown stays on the wall. */
const LONG = 150;

/** The largest words on the wall. Until the round has opened, or has closed, they do not say that it has. */
function useTitle(): (view: RoomView) => string {
  const t = useTranslations("roomScreens.screen");
  return ({ phase, question, questions, round, title }) => {
    if (phase === "doors") return t("doors");
    if (phase === "closed") return t(round.stage === "open" ? "beingClosed" : "closed");
    if (round.stage === "notOpen") return t("opening");
    return question?.text ?? (questions > 1 ? t("allAtOnce", { questions }) : title);
  };
}

/** What the room is at before anything is found: doors, a question or all of them, the last call, the count. */
export function AskedPart({ view }: { readonly view: RoomView }) {
  const t = useTranslations("roomScreens.screen");
  const titleOf = useTitle();
  const { phase, question, questions, round } = view;
  const title = titleOf(view);
  const asking = phase === "question" || phase === "lastCall";
  return (
    <>
      <p className="eyebrow">
        {question === null || phase === "closed"
          ? t("round", { number: round.number, questions })
          : t("question", { number: round.number, question: question.index + 1, questions })}
      </p>
      <h1 className={title.length > LONG ? "long" : undefined} aria-live="polite">
        {title}
      </h1>
      {phase === "doors" && <p className="room-lede">{t("doorsHow")}</p>}
      {phase === "closed" && round.stage !== "open" && (
        <p className="room-lede">{t(round.stage === "closed" ? "countedHow" : "closedHow")}</p>
      )}
      {asking && round.stage === "open" && <RoomClock view={view} />}
    </>
  );
}

/** The time that is left, by the clock of the service. A reader of screens tells it when asked, and not each second. */
function RoomClock({ view }: { readonly view: RoomView }) {
  const t = useTranslations("roomScreens.screen");
  const locale = useLocale();
  const now = useClockFrom(view.now);
  const { phase, until, round } = view;
  const end = until ?? round.closesAt;
  const left = countdown(end, now);
  const { weekday, date, hour, city } = momentParts(end, round.timeZone, locale);
  const over = Date.parse(end) <= now.getTime();
  return (
    <div className={phase === "lastCall" ? "room-clock last-call" : "room-clock"}>
      {phase === "lastCall" && <p className="call">{t("lastCall")}</p>}
      {left !== null && (
        <p className="t" role="timer">
          {left}
        </p>
      )}
      <p className="l">
        {over
          ? t("timeIsUp")
          : phase === "lastCall"
            ? t("untilLastCall")
            : round.extended
              ? t("extended", { weekday, date, hour, city })
              : left === null
                ? t("openUntil", { weekday, date, hour, city })
                : t("untilClose", { hour, city })}
      </p>
    </div>
  );
}
