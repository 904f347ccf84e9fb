"use client";

/** Moves the keyboard once the lists are drawn anew, which they are a moment after what they hold has changed. */
export function focusSoon(find: () => HTMLElement | null | undefined) {
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
}
