"use client";

import { type RefCallback, useCallback } from "react";

/**
 * For a part of the page that goes when its act is done: the keyboard, if it stood there, is led to the heading under
 * which the outcome is shown, and to the page's own where none is named.
 */
export function useFocusOnceGone<Part extends HTMLElement>(headingId?: string): RefCallback<Part> {
  return useCallback(
    (part: Part) => () => {
      if (!part.contains(document.activeElement)) return;
      // What takes its place may be drawn in the same moment, and may take the focus itself.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const named = headingId === undefined ? null : document.getElementById(headingId);
        const heading = named ?? document.querySelector<HTMLElement>("#main h1");
        if (heading === null) return;
        heading.tabIndex = -1;
        const { top, bottom } = heading.getBoundingClientRect();
        // To what sticks to an edge a browser would scroll as if it did not, away from what somebody looks at.
        heading.focus({ preventScroll: top >= 0 && bottom <= window.innerHeight });
      });
    },
    [headingId],
  );
}
