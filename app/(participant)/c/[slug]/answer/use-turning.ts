import { useEffect, useRef } from "react";

/** Within this time and distance a second tap belongs to the first. */
const SOON_MS = 600;
const NEAR_PX = 48;

type Press = { readonly page: string | number; readonly x: number; readonly y: number; readonly at: number };

/**
 * Keeps the second half of a double click or double tap from pressing what a new page has put in the place of what was
 * pressed. A mouse counts its clicks; a finger is known by place and time. The keyboard is never held up.
 */
export function useTurning(page: string | number): void {
  const shown = useRef(page);
  useEffect(() => {
    shown.current = page;
  }, [page]);

  useEffect(() => {
    let last: Press | null = null;
    let byFinger = false;
    const onPointerDown = (event: PointerEvent) => {
      byFinger = event.pointerType !== "mouse";
    };
    const pressOf = (event: MouseEvent): Press => ({
      page: shown.current,
      x: event.clientX,
      y: event.clientY,
      at: event.timeStamp,
    });
    const isLeftOver = (event: MouseEvent) => {
      const press = pressOf(event);
      const turned = last !== null && last.page !== press.page;
      return turned && (event.detail > 1 || (byFinger && isSecond(last, press)));
    };
    // Pressing would take the focus from the heading of the new page.
    const onMouseDown = (event: MouseEvent) => {
      if (isLeftOver(event)) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      // A click of the keyboard counts none.
      if (event.detail === 0) return;
      if (isLeftOver(event)) {
        event.preventDefault();
        event.stopPropagation();
      } else last = pressOf(event);
    };
    // Ahead of every other listener.
    window.addEventListener("pointerdown", onPointerDown, true);
    window.addEventListener("mousedown", onMouseDown, true);
    window.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("pointerdown", onPointerDown, true);
      window.removeEventListener("mousedown", onMouseDown, true);
      window.removeEventListener("click", onClick, true);
    };
  }, []);
}

function isSecond(first: Press | null, press: Press): boolean {
  if (first === null || press.at - first.at > SOON_MS) return false;
  return Math.hypot(press.x - first.x, press.y - first.y) < NEAR_PX;
}
