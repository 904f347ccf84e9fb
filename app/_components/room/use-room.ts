"use client";

import { useEffect, useState } from "react";
import { followHere } from "@/app/(participant)/_protocol/follow-here";
import { roomBehind } from "@/app/(participant)/_protocol/room";
import type { Hearing } from "@/app/(participant)/_protocol/room-stream";
import type { RoomView } from "@/domain/room/view";

type Shown = { readonly view: RoomView; readonly hearing: Hearing };

/**
 * What a session shows, followed as participants' devices follow it: without a cookie, by the stream or by asking. What was
 * shown last stays, whatever happens to the connection.
 */
export function useRoom(code: string, first: RoomView): Shown {
  const [view, setView] = useState(first);
  const [hearing, setHearing] = useState<Hearing>("joining");
  useEffect(() => {
    // What is asked for beside the stream may tell what is over by now.
    const tell = (told: RoomView) => setView((known) => (known.now > told.now ? known : told));
    const stop = followHere(code, { onView: tell, onHearing: setHearing });
    // A device that slept has a clock that stood still, and hears nothing new of a room that did too.
    const askTheTime = () => {
      if (document.visibilityState !== "visible") return;
      const asked = roomBehind(window.location.origin, code).view();
      void asked.then(({ view: told }) => tell(told)).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", askTheTime);
    window.addEventListener("online", askTheTime);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", askTheTime);
      window.removeEventListener("online", askTheTime);
    };
  }, [code]);
  return { view, hearing };
}
