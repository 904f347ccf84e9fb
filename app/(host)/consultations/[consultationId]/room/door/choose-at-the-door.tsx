"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useMemo, useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import { type DoorChoice, doorChoices } from "@/domain/consultation/at-the-door";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { seatName } from "@/domain/consultation/seat-name";
import type { Seat } from "../../seats/seats";
import { useDoor } from "./use-door";

type ChooseAtTheDoorProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onMade: (links: readonly InvitationLink[]) => void;
};

const keyOf = ({ kind, delegation, place }: DoorChoice) => `${kind} ${delegation} ${place}`;

/** The delegation, found by part of its name or typed, and one button for all the rest. */
export function ChooseAtTheDoor({ consultationId, seats, field, onMade }: ChooseAtTheDoorProps) {
  const t = useTranslations("roomDoor");
  const refused = useRefused("act");
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { choices, found } = useMemo(() => doorChoices(typed, seats), [typed, seats]);
  const choice = choices.find((one) => keyOf(one) === chosen) ?? null;
  const door = useDoor(consultationId);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (choice !== null && !door.isPending) door.mutate(choice, { onSuccess: onMade });
  }

  return (
    <form className="panel stack" onSubmit={submit}>
      <Field id="at-the-door" label={t("find")} help={t("findHelp")} error={undefined}>
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            className="input"
            type="search"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => {
              door.reset();
              setTyped(target.value);
            }}
          />
        )}
      </Field>
      <p className="fine" role="status">
        {choices.length > 0 && t("found", { count: found })}
      </p>
      {choices.length > 0 && (
        <fieldset>
          <legend className="sr">{t("find")}</legend>
          {choices.map((one) => (
            <label className="check" key={keyOf(one)}>
              <input
                type="radio"
                name="delegation"
                checked={keyOf(one) === chosen}
                onChange={() => setChosen(keyOf(one))}
              />
              <span>
                {one.kind === "typed" ? t("asTyped", { name: one.delegation }) : seatName(one)}
                {one.kind !== "typed" && <small>{t(`standing.${standingOf(one)}`)}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="row">
        <button
          className="btn"
          type="submit"
          aria-disabled={choice === null || door.isPending}
          aria-describedby={choice === null ? "choose-at-the-door" : undefined}
        >
          {door.isPending
            ? t("making")
            : choice === null
              ? t("make")
              : t("makeFor", { seat: seatName(choice) })}
        </button>
        {choice === null && (
          <span className="help" id="choose-at-the-door">
            {t("choose")}
          </span>
        )}
      </div>
      <div aria-live="polite">
        {door.error !== null && <p className="notice caution">{refused(door.error)}</p>}
      </div>
    </form>
  );
}

const standingOf = ({ kind }: DoorChoice) =>
  kind === "further" ? "enrolled" : kind === "free" ? "free" : "new";
