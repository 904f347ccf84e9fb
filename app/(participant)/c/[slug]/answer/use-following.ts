"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { offered, type RoomAt, roomAt, type SheetPage, turnsTo } from "@/domain/room/following";
import type { RoomView } from "@/domain/room/view";

/** Whoever touched the page so short a time ago is in the middle of something, in milliseconds. */
const JUST_NOW = 5_000;

/** Whether the focus is where one writes. */
function isWriting(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement) return !/^(?:radio|checkbox|button|submit)$/.test(focused.type);
  return focused instanceof HTMLTextAreaElement || focused instanceof HTMLSelectElement;
}

/** Says when asked whether somebody writes here, or has just pressed something. */
function useBusy(): () => boolean {
  const touched = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const touch = () => {
      touched.current = performance.now();
    };
    const touches = ["pointerdown", "keydown", "input"] as const;
    for (const one of touches) window.addEventListener(one, touch, true);
    return () => {
      for (const one of touches) window.removeEventListener(one, touch, true);
    };
  }, []);
  return useCallback(() => isWriting() || performance.now() - touched.current < JUST_NOW, []);
}

/**
 * Turns the sheet with the room, as `domain/room/following.ts` decides. Gives the question that the room is at where
 * another page is shown, to be offered; null where there is none.
 *
 * @param begins the question on which the sheet began because nothing named a page: from there it follows the room.
 */
export function useFollowing(
  view: RoomView | null,
  shown: SheetPage,
  begins: RoomAt,
  turn: (to: number) => void,
): RoomAt {
  const busy = useBusy();
  const [at, setAt] = useState<RoomAt>(null);
  const latest = useRef({ at, shown, turn });
  latest.current = { ...latest.current, shown, turn };
  const first = useRef(begins);

  useEffect(() => {
    if (view === null) return;
    const { at: before, shown: page, turn: turnTo } = latest.current;
    const now = roomAt(before, view);
    if (now === before) return;
    latest.current.at = now;
    setAt(now);
    const to = turnsTo(page, before ?? first.current, now, busy());
    first.current = null;
    if (to !== null) turnTo(to);
  }, [view, busy]);

  return offered(shown, at);
}
