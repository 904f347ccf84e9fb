"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { movedOf } from "@/app/_components/figures/agenda-sections";
import { FindingArticle, subjectOf } from "@/app/_components/figures/finding-article";
import { hasFigure, ItemFigure } from "@/app/_components/figures/item-figure";
import { Words } from "@/app/_components/figures/words";
import { movementMessages } from "@/domain/report/movement";
import { isProvisional } from "@/domain/room/following";
import { type RoomEarlier, type RoomFinding, roomBehind } from "../../../_protocol/room";
import type { Room } from "./use-room";

/** After so long a finding that did not come is asked for again, in milliseconds. */
const AGAIN = 3_000;

/** The finding that the room is shown, asked for as the room comes to it; the last one until then. */
function useShown(code: string, roundId: string | null, index: number | null): RoomFinding | null {
  const [shown, setShown] = useState<RoomFinding | null>(null);
  useEffect(() => {
    if (index === null || roundId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = () => {
      roomBehind(window.location.origin, code)
        .finding(index)
        .then(
          (found) => current && setShown(found),
          () => {
            if (current) timer = setTimeout(ask, AGAIN * (0.5 + Math.random()));
          },
        );
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [code, roundId, index]);
  return index === null ? null : shown;
}

/** What the room is shown of the round, on this device: the sentence, its figure and the same as a table. */
export function RoomFound({ room }: { readonly room: Room }) {
  const t = useTranslations("roomDevice");
  const { view, code } = room;
  const showing = view !== null && (view.phase === "findings" || view.phase === "discussion");
  const shown = useShown(
    code,
    showing ? view.round.id : null,
    showing ? (view.finding?.index ?? null) : null,
  );
  return (
    <section className="room-found">
      {shown !== null && view !== null && (
        <Shown shown={{ ...shown, provisional: isProvisional(shown, view) }} />
      )}
      {shown === null && view?.phase === "closed" && <p className="help">{t("follow")}</p>}
    </section>
  );
}

/** A finding as it is shown, marked as not signed where it is not. */
export function Shown({
  shown: { round, finding, chosen, movement, provisional, index, of },
}: {
  shown: RoomFinding;
}) {
  const t = useTranslations("roomDevice");
  return (
    <>
      <h2>{t("found", { number: index + 1, of, round: round.number })}</h2>
      {provisional && <Provisional />}
      <p className="agenda">{finding.prompt}</p>
      <FindingArticle finding={finding} chosen={chosen} moved={movedOf(finding, movement ?? undefined)} />
      {movement !== null && movement.kind !== "scale" && (
        <ul className="finding-options">
          {movementMessages(movement).map((message) => (
            <li key={`${message.key} ${message.values.about}`}>
              <Words message={message} />
            </li>
          ))}
        </ul>
      )}
      {hasFigure([finding]) && (
        <ItemFigure number={index + 1} findings={[finding]} movement={movement ?? undefined} />
      )}
    </>
  );
}

function Provisional() {
  const t = useTranslations("roomDevice");
  return (
    <p>
      <span className="tag alert">{t("provisional")}</span>
    </p>
  );
}

/** What a round of this session found on an item that is asked again. */
export function RoomEarlierFound({ earlier: { findings, chosen, provisional } }: { earlier: RoomEarlier }) {
  return (
    <>
      {provisional && <Provisional />}
      {findings.map((finding) => (
        <FindingArticle key={subjectOf(finding)} finding={finding} chosen={chosen} />
      ))}
      {hasFigure(findings) && <ItemFigure number={1} findings={findings} />}
    </>
  );
}
