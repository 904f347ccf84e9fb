"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { countdown, secondsUntil } from "@/domain/room/countdown";
import { saidLeft } from "@/domain/room/following";
import type { RoomView } from "@/domain/room/view";
import type { Room } from "./use-room";

/** What is known of what was written here. */
export type Written = "nothingSent" | "changed" | "received";

export type RoomStripProps = {
  readonly room: Room;
  /** What stands of the answers; null on a page that takes none. */
  readonly written: Written | null;
  /** The question to offer to whoever is elsewhere. */
  readonly offer: number | null;
  readonly onGo: (to: number) => void;
  /** To the page that sends; null where it is shown. */
  readonly onReview: (() => void) | null;
};

/**
 * The server's time, told anew twice a second. By the clock on the device's wall, unlike that of a projector: a phone sleeps
 * between two glances, and only this one has gone on by then.
 */
function useServerTime(offset: number): Date {
  const [now, setNow] = useState(() => new Date(Date.now() + offset));
  useEffect(() => {
    const tell = () => setNow(new Date(Date.now() + offset));
    tell();
    const ticking = setInterval(tell, 500);
    return () => clearInterval(ticking);
  }, [offset]);
  return now;
}

/** Where the room is, in a sentence. */
function useWhere(): (view: RoomView, answering: boolean) => string {
  const t = useTranslations("roomDevice");
  return ({ phase, question, questions, round, finding }, answering) => {
    switch (phase) {
      case "doors":
        return t(round.stage === "open" ? "doorsOfOpen" : "doors");
      case "question":
        if (round.stage !== "open") return t("opening");
        if (question !== null) return t("question", { number: question.index + 1, of: questions });
        return t(answering ? "allQuestions" : "answering");
      case "lastCall":
        return t("lastCall");
      case "closed":
        if (round.stage === "open") return t("beingClosed");
        return t(round.stage === "closed" ? "closed" : "closing");
      case "findings":
        return finding === null ? t("closed") : t("finding", { number: finding.index + 1, of: finding.of });
      case "discussion":
        return t("discussion");
      case "ended":
        return t("ended");
    }
  };
}

/**
 * Above the page: where the room is, and what there is to do about it. It says what changes without taking the focus from
 * anything.
 */
export function RoomStrip({ room, written, offer, onGo, onReview }: RoomStripProps) {
  const t = useTranslations("roomDevice");
  const where = useWhere();
  const { view, hearing } = room;
  const lost = hearing === "lost";
  // A session of which there is nothing any more leaves the last that was heard of it.
  const calling = hearing !== "over" && view?.phase === "lastCall" ? view.until : null;
  return (
    <aside className="room-strip" aria-label={t("label")}>
      <div>
        <p role="status">
          {lost
            ? t("lost")
            : hearing === "over"
              ? t("ended")
              : view === null
                ? t("joining")
                : where(view, written !== null)}
        </p>
        {calling !== null && <LastCall until={calling} offset={room.offset} written={written} />}
        {offer !== null && hearing !== "over" && view?.phase === "question" && (
          <button type="button" className="btn small" onClick={() => onGo(offer)}>
            {t("go", { number: offer + 1 })}
          </button>
        )}
        {calling !== null && written !== null && written !== "received" && onReview !== null && (
          <button type="button" className="btn small" onClick={onReview}>
            {t("review")}
          </button>
        )}
      </div>
    </aside>
  );
}

type LastCallProps = { readonly until: string; readonly offset: number; readonly written: Written | null };

/** How long answers are still taken, by the server's time; said to those who hear the page three times and no more. */
function LastCall({ until, offset, written }: LastCallProps) {
  const t = useTranslations("roomDevice");
  const now = useServerTime(offset);
  const said = saidLeft(secondsUntil(until, now));
  return (
    <>
      <p className="room-strip-clock" role="timer">
        {countdown(until, now)}
      </p>
      {written !== null && <p className="room-strip-note">{t(`written.${written}`)}</p>}
      <p className="sr" role="status">
        {said !== null && t("left", { seconds: said })}
      </p>
    </>
  );
}
