"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { ChosenSeats } from "./chosen-seats";
import { EVERY_SEAT, RosterFilter, type Sought, seatsSought } from "./roster-filter";
import { RosterTable } from "./roster-table";
import type { Seat } from "./seats";

type RosterProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  readonly mayInvite: boolean;
  readonly onMade: (links: readonly InvitationLink[]) => void;
  /** These seats' links no longer hold, or the seats are gone. */
  readonly onGone: (seats: readonly Seat[]) => void;
};

/** One row a seat, to be searched; hosts choose among the seats that have not enrolled and act on them. */
export function Roster({ consultationId, seats, mayInvite, onMade, onGone }: RosterProps) {
  const t = useTranslations("seats");
  const tSeating = useTranslations("seating");
  const status = useRef<HTMLParagraphElement>(null);
  const [sought, setSought] = useState<Sought>(EVERY_SEAT);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<string | null>(null);
  const shown = seatsSought(seats, sought);
  const free = shown.filter(({ enrolled }) => !enrolled);
  const chosen = seats.filter(({ id, enrolled }) => picked.has(id) && !enrolled);
  const allChosen = free.length > 0 && free.every(({ id }) => picked.has(id));

  function pick(some: readonly Seat[], into: boolean) {
    const ids = new Set(some.map(({ id }) => id));
    setPicked((before) => new Set(into ? [...before, ...ids] : [...before].filter((id) => !ids.has(id))));
  }

  /** Says what was done, where the keyboard goes too: the button that did it may be gone. */
  function say(sentence: string) {
    setSaid(sentence);
    status.current?.focus();
  }

  if (seats.length === 0)
    return (
      <section className="panel" aria-labelledby="roster">
        <h2 id="roster">{t("roster")}</h2>
        <p className="help">{t(mayInvite ? "noSeats" : "noSeatsYet")}</p>
      </section>
    );
  return (
    <section className="panel roster" aria-labelledby="roster">
      <h2 id="roster">{t("roster")}</h2>
      <RosterFilter sought={sought} onChange={setSought} />
      <div className="row between">
        {mayInvite && free.length > 0 ? (
          <label className="check">
            <input
              type="checkbox"
              checked={allChosen}
              onChange={({ target }) => pick(free, target.checked)}
            />
            <span>{t("chooseShown", { count: free.length })}</span>
          </label>
        ) : (
          <span />
        )}
        <p className="fine" role="status" ref={status} tabIndex={-1}>
          {said !== null && <strong>{said} </strong>}
          {t("shown", { shown: shown.length, all: seats.length })}
        </p>
      </div>
      <RosterTable
        consultationId={consultationId}
        seats={shown}
        mayInvite={mayInvite}
        picked={picked}
        onPick={pick}
        onMade={onMade}
        onRemoved={(seat) => {
          onGone([seat]);
          say(t("removed", { delegation: seat.name }));
        }}
      />
      <p className="help">{t("enrolledFixed")}</p>
      {seats.some(({ place }) => place > 1) && <p className="help">{tSeating("severalHelp")}</p>}
      {mayInvite && chosen.length > 0 && (
        <ChosenSeats
          consultationId={consultationId}
          seats={chosen}
          hidden={chosen.filter((seat) => !shown.includes(seat)).length}
          onMade={(links) => {
            setPicked(new Set());
            onMade(links);
          }}
          onWithdrawn={() => {
            onGone(chosen);
            setPicked(new Set());
            say(t("withdrawn", { count: chosen.length }));
          }}
          onLetGo={() => {
            setPicked(new Set());
            status.current?.focus();
          }}
        />
      )}
    </section>
  );
}
