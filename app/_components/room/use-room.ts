"use client";

import { useEffect, useState } from "react";
import { roomBehind } from "@/app/(participant)/_protocol/room";
import { followRoom, type Hearing } from "@/app/(participant)/_protocol/room-stream";
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
    const { origin } = window.location;
    // What is asked for beside the stream may tell what is over by now.
    const tell = (told: RoomView) => setView((known) => (known.now > told.now ? known : told));
    const { stop, wake } = followRoom(origin, code, { onView: tell, onHearing: setHearing });
    // A device that slept has a clock that stood still, and hears nothing new of a room that did too.
    const awake = () => {
      if (document.visibilityState !== "visible") return;
      wake();
      const asked = roomBehind(origin, code).view();
      void asked.then(({ view: told }) => tell(told)).catch(() => undefined);
    };
    // The browser knows at once that it has no network, where a silent stream is given the better part of a minute.
    const offline = () => setHearing("lost");
    const online = () => {
      setHearing("joining");
      awake();
    };
    document.addEventListener("visibilitychange", awake);
    window.addEventListener("offline", offline);
    window.addEventListener("online", online);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", awake);
      window.removeEventListener("offline", offline);
      window.removeEventListener("online", online);
    };
  }, [code]);
  return { view, hearing };
}
