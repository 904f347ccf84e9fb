"use client";

import { useState } from "react";

/** What became of a copy: done, or refused by the browser and the text selected so that it can be copied by hand. */
type Said = "copied" | "refused" | null;

function select(element: Element) {
  const selection = window.getSelection();
  if (selection === null) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
}

/**
 * Copies a text to the clipboard, which a browser may refuse or not have. Then the element that shows the text, where one
 * is given, is selected. `clear` takes back what was said, for when the text is another.
 */
export function useCopy(): {
  readonly copy: (text: string, element?: Element | null) => Promise<void>;
  readonly clear: () => void;
  readonly said: Said;
} {
  const [said, setSaid] = useState<Said>(null);
  async function copy(text: string, element?: Element | null) {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("copied");
    } catch {
      // Also where the page is not secure and there is no clipboard at all.
      if (element) select(element);
      setSaid("refused");
    }
  }
  return { copy, clear: () => setSaid(null), said };
}
