"use client";

import { useTranslations } from "next-intl";
import { useRoom } from "@/app/_components/room/use-room";
import type { RoomView } from "@/domain/room/view";
import { AskedPart } from "./asked-part";
import { Drive } from "./drive";
import { EndedPart } from "./ended-part";
import { FindingPart } from "./finding-part";
import { JoinLine, JoinPanel } from "./join";
import { KeysElsewhere } from "./keys-elsewhere";
import { RoomFoot } from "./room-foot";

type RoomScreenProps = {
  readonly code: string;
  readonly first: RoomView;
  /** The consultation that whoever looks at this may conduct. */
  readonly conducts: string | null;
};

/** The screen of a room: what is asked beside the way in, then the findings from edge to edge. */
export function RoomScreen({ code, first, conducts }: RoomScreenProps) {
  const t = useTranslations("roomScreens.screen");
  const { view, hearing } = useRoom(code, first);
  const shows = view.phase === "findings" || view.phase === "discussion" || view.phase === "ended";
  return (
    <main className={shows ? "room room-shows" : "room"} id="main">
      {!shows && <JoinPanel code={code} simulated={view.simulated} />}
      <section className="room-main">
        <p className="room-connection" role="status">
          {hearing === "lost" && t("lost")}
        </p>
        {view.phase === "ended" && <EndedPart view={view} />}
        {(view.phase === "findings" || view.phase === "discussion") && (
          <FindingPart code={code} view={view} />
        )}
        {!shows && <AskedPart view={view} />}
        {shows ? <JoinLine code={code} view={view} /> : <RoomFoot view={view} />}
      </section>
      {conducts === null ? <KeysElsewhere /> : <Drive consultationId={conducts} code={code} view={view} />}
    </main>
  );
}
