"use client";

import type { AbstractIntlMessages } from "next-intl";
import { useEffect, useState } from "react";
import type { RoomView } from "@/domain/room/view";
import type { Hearing } from "../../../_protocol/room-stream";
import { useLoaded } from "./use-loaded";

/** A session in the room, by its code, and the words that only its parts of a page show. */
export type RoomSession = { readonly code: string; readonly words: AbstractIntlMessages };

/** A session as this device knows it. */
export type Room = RoomSession & {
  /** Null until the first word of it has come. */
  readonly view: RoomView | null;
  readonly hearing: Hearing;
  /** What to add to this device's clock for the server's time, in milliseconds. */
  readonly offset: number;
};

const NOTHING = { view: null, hearing: "joining", offset: 0 } as const;

/** Follows a session, if there is one. What follows is loaded only then: on other days nobody's browser loads it. */
export function useRoom(session: RoomSession | null): Room | null {
  const [heard, setHeard] = useState<Pick<Room, "view" | "hearing" | "offset">>(NOTHING);
  const code = session?.code ?? null;
  const stream = useLoaded(code !== null, () => import("../../../_protocol/follow-here"));
  useEffect(() => {
    if (code === null || stream === null) return;
    // Of one that begins after another nothing is known yet.
    setHeard(NOTHING);
    return stream.followHere(code, {
      onView: (view) =>
        setHeard((before) => ({ ...before, view, offset: Date.parse(view.now) - Date.now() })),
      onHearing: (hearing) => setHeard((before) => ({ ...before, hearing })),
    });
  }, [code, stream]);
  return session && { ...session, ...heard };
}
