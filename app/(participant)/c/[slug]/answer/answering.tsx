"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Deadline } from "@/app/_components/deadline";
import { focused } from "@/app/_components/focused";
import { Masthead } from "@/app/_components/masthead";
import { Refused } from "../../../_protocol/transport";
import { useTrouble } from "../../../_trouble";
import { AnswerSheet } from "./answer-sheet";
import { withdrawalOf } from "./asked";
import { ClosedRound } from "./closed-round";
import type { EarlierItem } from "./earlier-round";
import { ForgetDevice } from "./forget-device";
import { RoomAbove, RoomShows } from "./room-parts";
import { useBegun } from "./use-begun";
import { type RoomSession, useRoom } from "./use-room";
import { useRoomEarlier } from "./use-room-earlier";
import { forgetPage, useSituation } from "./use-situation";
import { useLookingAgain } from "./use-standing";
import { WithdrawnRound } from "./withdrawn-round";

type AnsweringProps = {
  readonly slug: string;
  readonly title: string;
  /** Time zone of each round and window, by its id. */
  readonly timeZones: Readonly<Record<string, string>>;
  /** What earlier rounds found on carried items, and the id of the round beside whose items it stands. */
  readonly earlier: { readonly beside: string | null; readonly items: Readonly<Record<string, EarlierItem>> };
  /** The background papers of each round, by its id. */
  readonly background: Readonly<Record<string, ReactNode>>;
  /** Whether its hosts have ended the consultation, so that no further round comes. */
  readonly ended: boolean;
  /** The next round that is planned. */
  readonly next: { readonly id: string; readonly opensAt: string; readonly timeZone: string } | null;
  /** The session in the room that is under way. */
  readonly session: RoomSession | null;
};

/** Leads a participant to what they can do now. From here on no page knows a delegation. */
export function Answering(props: AnsweringProps) {
  const { slug, title, timeZones, earlier, background, ended, next, session } = props;
  const t = useTranslations("participant.answer");
  const tWindow = useTranslations("participantWindow");
  const tClock = useTranslations("clock");
  const trouble = useTrouble();
  const room = useRoom(session);
  useBegun(slug, room);
  const toldOf = room?.view?.round;
  const told = toldOf === undefined ? "" : `${toldOf.id} ${toldOf.stage} ${toldOf.closesAt}`;
  const { situation, setSituation, problem, look } = useSituation(slug, room?.view ?? null);
  const earlierHere = useRoomEarlier(room, situation.state === "open" ? situation.round.roundId : null);
  const [closedHere, setClosedHere] = useState(false);
  // Who waits for a round, or was told that something stood in the way, need not load the page anew.
  useLookingAgain(look, { until: situation.state !== "noRoundOpen" && problem === null });

  const router = useRouter();
  const open =
    situation.state === "open" && situation.round.kind === "round" ? situation.round.roundId : null;
  // A page that was loaded before this round opened knows nothing yet of what stands beside it.
  const unknown = open !== null && open !== earlier.beside;
  useEffect(() => {
    if (unknown) router.refresh();
  }, [unknown, router]);

  const zoneOf = (roundId: string) =>
    timeZones[roundId] ?? (room?.view?.round.id === roundId ? room.view.round.timeZone : "UTC");

  // What this device keeps can then never be finished; what the code brings takes its place.
  const enrolledElsewhere = problem?.error instanceof Refused && problem.error.code === "already_enrolled";
  if (situation.state === "open")
    return (
      <AnswerSheet
        key={situation.round.roundId}
        slug={slug}
        answerable={situation}
        timeZone={zoneOf(situation.round.roundId)}
        earlier={{ ...(earlier.beside === situation.round.roundId && earlier.items), ...earlierHere }}
        background={background[situation.round.roundId]}
        room={room}
        told={told}
        onLook={look}
        onClosed={(draft, sent) => {
          // In the room the next round begins anew; elsewhere a round that is extended after all goes on where it was.
          if (room !== null) forgetPage();
          setClosedHere(true);
          setSituation({ ...situation, state: "closed", draft, sent });
        }}
      />
    );
  if (situation.state === "closed")
    return (
      <>
        <RoomAbove room={room} />
        <ClosedRound
          slug={slug}
          answerable={situation}
          told={told}
          onLook={look}
          heading={closedHere ? focused : undefined}
        >
          <RoomShows room={room} />
        </ClosedRound>
      </>
    );
  const withdrawn = situation.state === "withdrawn" ? withdrawalOf(situation.round) : null;
  if (situation.state === "withdrawn")
    return (
      withdrawn && (
        <WithdrawnRound
          slug={slug}
          answerable={situation}
          withdrawn={withdrawn}
          copying={situation.copying}
          timeZone={zoneOf(situation.round.roundId)}
        />
      )
    );
  const shown = situation.state === "noRoundOpen" && ended ? "ended" : situation.state;
  const notInWindow = situation.state === "noCredential" && situation.kind === "window";
  return (
    <>
      <RoomAbove room={room} />
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{title}</p>
          <h1>{notInWindow ? tWindow("noCredential.title") : t(`states.${shown}.title`)}</h1>
        </div>
        <p className="lede">{notInWindow ? tWindow("noCredential.what") : t(`states.${shown}.what`)}</p>
        {problem !== null && (
          <div className="notice caution" role="alert">
            <p>{trouble(problem.error)}</p>
            <button type="button" className="btn secondary small" onClick={look}>
              {t("again")}
            </button>
          </div>
        )}
        {/* In a session the hosts open it with its first question, whatever was planned: the strip says so. */}
        {situation.state === "noRoundOpen" && next !== null && room?.view?.round.id !== next.id && (
          <p>
            {t("opens")} <Deadline at={next.opensAt} timeZone={next.timeZone} over={tClock("openingOver")} />
          </p>
        )}
        {situation.state === "noRoundOpen" && next !== null && background[next.id]}
        {situation.state === "noRoundOpen" && <RoomShows room={room} />}
        {(situation.state === "nothingKept" || enrolledElsewhere) && (
          <p>
            <a className="btn" href={`/c/${slug}/restore`}>
              {t("restore")}
            </a>
          </p>
        )}
        <p>
          <a href={`/c/${slug}`}>{t("consultation")}</a>
        </p>
        {"device" in situation && (
          <div>
            <ForgetDevice slug={slug} device={situation.device} what="closed" />
          </div>
        )}
      </main>
    </>
  );
}
