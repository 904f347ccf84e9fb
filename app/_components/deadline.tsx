"use client";

import { useTranslations } from "next-intl";
import { timeLeft } from "@/domain/consultation/clock";
import { Moment } from "./moment";
import { useServiceTime } from "./service-time";

type DeadlineProps = {
  readonly at: string;
  readonly timeZone: string;
  /** What is said once it has passed; nothing where a time that was planned says nothing by having passed. */
  readonly over?: string;
};

/** A moment to come, with the time that is left until then by the clock of the service. */
export function Deadline({ at, timeZone, over }: DeadlineProps) {
  const t = useTranslations("timeLeft");
  const now = useServiceTime();
  const left = now && timeLeft(new Date(at), now);
  return (
    <>
      <Moment at={at} timeZone={timeZone} />
      {left !== null && (
        <>
          {" "}
          <span className="nb">{t("left", left)}</span>
        </>
      )}
      {now !== null && left === null && over !== undefined && <> {over}</>}
    </>
  );
}
