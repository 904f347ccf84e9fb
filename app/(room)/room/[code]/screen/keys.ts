import { useEffect, useEffectEvent } from "react";

export type Key = "next" | "back" | "undo" | "help";

/** What a keyboard and the clickers that pass for one send. */
const KEYS: Readonly<Record<string, Key>> = {
  PageDown: "next",
  ArrowRight: "next",
  " ": "next",
  PageUp: "back",
  ArrowLeft: "back",
  Escape: "undo",
  u: "undo",
  U: "undo",
  "?": "help",
};

/** Where any of these keys has a meaning of its own already, and where the space bar alone has. */
const OF_ITS_OWN = "input, select, textarea, dialog, .tablewrap";
const PRESSED_BY_SPACE = "button, summary";

/** The key that was pressed for the room; null where it was meant for something else. */
function keyOf(event: KeyboardEvent): Key | null {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  const pressed = KEYS[event.key];
  const meantFor = (places: string) =>
    event.target instanceof Element && event.target.closest(places) !== null;
  if (pressed === undefined || meantFor(OF_ITS_OWN)) return null;
  return event.key === " " && meantFor(PRESSED_BY_SPACE) ? null : pressed;
}

/** Hears the keys that drive a room, wherever on the page the focus is. */
export function useKeys(onKey: (key: Key) => void): void {
  const heard = useEffectEvent(onKey);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === null) return;
      event.preventDefault();
      heard(key);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
