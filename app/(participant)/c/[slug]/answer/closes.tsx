"use client";

import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { type Asked, withdrawalOf } from "./asked";

type ClosesProps = {
  readonly asked: Asked;
  readonly timeZone: string;
  /** Leads to what there is to do once it is closed or withdrawn. */
  readonly onLook: () => void;
};

/** Until when answers are taken; and where that ended while the page was open, that it did, and the way on. */
export function Closes({ asked, timeZone, onLook }: ClosesProps) {
  const t = useTranslations("participant.answer");
  const tWindow = useTranslations("participantWindow");
  const tClock = useTranslations("clock");
  if (asked.closedAt !== null)
    return (
      <div className="notice caution" role="alert">
        <p>{t(withdrawalOf(asked) === null ? "hasClosed" : "wasWithdrawn")}</p>
        <button type="button" className="btn secondary small" onClick={onLook}>
          {t("seeHowItStands")}
        </button>
      </div>
    );
  return (
    <p className="help">
      {asked.kind === "window" ? tWindow("closes") : t("closes")}{" "}
      <Deadline at={asked.closesAt} timeZone={timeZone} over={tClock("timeIsUp")} />
      {"extendedByRule" in asked && <> {tClock("extended")}</>}
    </p>
  );
}
