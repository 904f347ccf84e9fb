"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FindingSentences, subjectOf } from "@/app/_components/figures/finding-article";
import { useClockFrom } from "@/app/_components/room/service-clock";
import type { RoomSession } from "@/app/_trpc/room-console";
import { roomBehind } from "@/app/(participant)/_protocol/room";
import { countdown } from "@/domain/room/countdown";
import { wordedFinding } from "@/domain/wording/worded";

/** What the wall shows at this moment, and what is left of its time. */
export function OnScreen({ session }: { readonly session: RoomSession }) {
  const t = useTranslations("roomScreens.console");
  const { view, code, situation } = session;
  const now = useClockFrom(view.now);
  const open = view.phase === "question" || view.phase === "lastCall";
  const closing = view.phase === "closed" && view.round.stage === "open";
  const left = open && view.round.stage === "open" ? countdown(view.until ?? view.round.closesAt, now) : null;
  return (
    <section className="panel stack" aria-labelledby="on-screen">
      <div className="panel-title">
        <h2 id="on-screen">{t("onScreen")}</h2>
        {view.provisional && <span className="tag alert">{t("provisional")}</span>}
      </div>
      <p aria-live="polite">
        <span className="tag live">
          {t(`phases.${closing ? "closing" : view.phase}`, {
            round: view.round.number,
            question: (situation.state.question ?? -1) + 1,
            questions: session.questions.length,
          })}
        </span>
      </p>
      {open && (
        <p className="room-words">
          {situation.state.question === null ? t("allAtOnce") : session.questions[situation.state.question]}
        </p>
      )}
      {left !== null && (
        <p className="room-left">
          <span role="timer">{left}</span> {t(view.phase === "lastCall" ? "ofLastCall" : "untilClose")}
        </p>
      )}
      {view.phase === "closed" && !closing && (
        <p className="help">
          {t(situation.findings === null ? "counting" : "counted", { findings: situation.findings ?? 0 })}
        </p>
      )}
      {view.finding !== null && (
        <FindingNow code={code} roundId={view.round.id} index={view.finding.index} of={view.finding.of} />
      )}
      <p className="help">{t("enrolled", { enrolled: view.seats.enrolled, invited: view.seats.invited })}</p>
    </section>
  );
}

type FindingNowProps = {
  readonly code: string;
  readonly roundId: string;
  readonly index: number;
  readonly of: number;
};

function FindingNow({ code, roundId, index, of }: FindingNowProps) {
  const t = useTranslations("roomScreens.console");
  const { data } = useQuery({
    queryKey: ["room", code, roundId, index],
    queryFn: () => roomBehind(window.location.origin, code).finding(index),
    networkMode: "always",
  });
  return (
    <>
      <p className="help">{t("finding", { finding: index + 1, of })}</p>
      {data !== undefined && (
        <>
          <p>{subjectOf(data.finding)}</p>
          <FindingSentences sentences={wordedFinding(data.finding, data.chosen)} />
        </>
      )}
    </>
  );
}
