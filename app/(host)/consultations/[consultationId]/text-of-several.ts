"use client";

import { useState } from "react";
import { useWarningBeforeLeaving } from "./seats/warning-before-leaving";

type Saved = { readonly text: string; readonly version: number };

/** A text that several people save over one another's versions, as it is typed here. `saved` is what the page has read last. */
export function useTextOfSeveral(saved: Saved) {
  const [known, setKnown] = useState(saved);
  const [text, write] = useState(saved.text);
  const unsaved = text.trim() !== known.text.trim();
  const overtaken = saved.version > known.version;
  // What another saved is shown in its place, unless something was typed here that it would replace.
  if (overtaken && (!unsaved || text.trim() === saved.text)) {
    setKnown(saved);
    write(saved.text);
  }
  useWarningBeforeLeaving(unsaved);
  return {
    text,
    write,
    unsaved,
    /** What another saved meanwhile, to be shown beside what is typed; null for nothing. */
    overtakenBy: overtaken ? saved.text : null,
    /** Over which this is saved: the newest version that the page shows. */
    version: Math.max(saved.version, known.version),
    keep: (kept: Saved) => setKnown({ ...kept, text: kept.text.trim() }),
    /** Whether the page has read what was saved here. */
    settled: !unsaved && saved.version >= known.version,
  };
}
