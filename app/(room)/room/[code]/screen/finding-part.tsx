"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { movedOf } from "@/app/_components/figures/agenda-sections";
import { FindingArticle, subjectOf } from "@/app/_components/figures/finding-article";
import { hasFigure, ItemFigure } from "@/app/_components/figures/item-figure";
import { MovementFigure, MovementSentences } from "@/app/_components/figures/movement-section";
import { type RoomFinding, roomBehind } from "@/app/(participant)/_protocol/room";
import type { ItemMovement } from "@/domain/findings/movement";
import type { RoomView } from "@/domain/room/view";

/** How long to wait before a finding that did not come is asked for anew, in milliseconds. */
const AGAIN = 2_000;

type FindingPartProps = { readonly code: string; readonly view: RoomView };

/** One finding of the round in large type, or the discussion without any. The one before stays until the next has come. */
export function FindingPart({ code, view }: FindingPartProps) {
  const t = useTranslations("roomScreens.screen");
  const index = view.finding?.index ?? null;
  const { data } = useQuery({
    queryKey: ["room", code, view.round.id, index, view.provisional],
    queryFn: () => roomBehind(window.location.origin, code).finding(index ?? 0),
    enabled: index !== null,
    placeholderData: keepPreviousData,
    retry: true,
    retryDelay: AGAIN,
    networkMode: "always",
  });
  return (
    <>
      <p className="eyebrow room-tags">
        <span>
          {view.finding === null
            ? t("roundAlone", { number: view.round.number })
            : t("finding", {
                // Of the one that stands below, until the next has come.
                number: data?.round.number ?? view.round.number,
                finding: (data?.index ?? view.finding.index) + 1,
                of: view.finding.of,
              })}
        </span>
        {view.phase === "discussion" && <span className="tag live">{t("discussion")}</span>}
        {view.provisional && <span className="tag alert">{t("provisional")}</span>}
      </p>
      {index === null ? (
        <>
          <h1>{t("discussionOpen")}</h1>
          <p className="room-lede">{t("discussionHow")}</p>
        </>
      ) : (
        data !== undefined && <LargeFinding shown={data} />
      )}
    </>
  );
}

/** How the very subject of a finding moved: of a scale its statement alone. */
function movementOfFinding({ finding, movement }: RoomFinding): ItemMovement | null {
  if (movement?.kind !== "scale" || finding.kind !== "scale") return movement;
  const rows = movement.rows.filter(({ id }) => id === finding.statementId);
  return rows.length === 0 ? null : { ...movement, rows };
}

/** A finding as a wall shows it: what it is about, its sentence, its chart, and how it moved. */
function LargeFinding({ shown }: { readonly shown: RoomFinding }) {
  const { finding, chosen, index, round } = shown;
  const movement = movementOfFinding(shown);
  return (
    <div className="room-finding">
      <h1>{subjectOf(finding)}</h1>
      <FindingArticle finding={finding} chosen={chosen} moved={movedOf(finding, movement ?? undefined)} />
      {hasFigure([finding]) && (
        <ItemFigure number={index + 1} findings={[finding]} movement={movement ?? undefined} />
      )}
      {movement !== null && <MovementSentences movement={movement} />}
      {/* The bar of a statement has a ring where it stood before; what options did takes a drawing of its own. */}
      {movement !== null && movement.kind !== "scale" && (
        <MovementFigure movement={movement} now={round.number} number={index + 2} />
      )}
    </div>
  );
}
