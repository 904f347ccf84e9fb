"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useStepName } from "@/app/_components/room/step-name";
import type { RoomSession, useRoomConsole } from "@/app/_trpc/room-console";
import { whyNot } from "@/domain/room/possible";
import type { Step } from "@/domain/room/step";
import { Act } from "../act";

/** The id of the bar at the thumb: there the keyboard goes on once the step that was pressed is gone. */
export const BAR = "room-bar";

type StepButtonProps = {
  readonly step: Step;
  readonly session: RoomSession;
  readonly desk: ReturnType<typeof useRoomConsole>;
  /** Whether it is what comes next. */
  readonly large?: boolean;
};

/** A step as a button, with why it cannot be taken where it cannot. Asking again and ending are asked for and confirmed. */
export function StepButton({ step, session, desk, large = false }: StepButtonProps) {
  const t = useTranslations("roomScreens.console");
  const tRefusals = useTranslations("refusals");
  const nameOf = useStepName();
  const why = useId();
  const obstacle = whyNot(step, session.situation);
  const unavailable = obstacle === null ? undefined : tRefusals(obstacle);
  const name = large ? t("nextStep", { step: nameOf(step) }) : nameOf(step);
  const take = () => {
    if (!desk.busy && obstacle === null) desk.take(session, step);
  };
  if (step.kind === "askAgain" || step.kind === "end")
    return (
      <Act
        name={name}
        what={t(`${step.kind}What`)}
        pending={desk.busy}
        error={undefined}
        unavailable={unavailable}
        secondary={!large}
        doneUnder={BAR}
        onConfirm={take}
      />
    );
  const words = step.kind === "question" && step.question !== null && session.questions[step.question];
  return (
    <>
      <button
        type="button"
        className={large ? "btn wide room-next" : "btn secondary"}
        aria-disabled={desk.busy || obstacle !== null}
        aria-describedby={obstacle === null ? undefined : why}
        onClick={take}
      >
        <span>{name}</span>
        {words && <span className="room-next-words">{words}</span>}
      </button>
      {unavailable !== undefined && (
        <p className="help" id={why}>
          {unavailable}
        </p>
      )}
    </>
  );
}
