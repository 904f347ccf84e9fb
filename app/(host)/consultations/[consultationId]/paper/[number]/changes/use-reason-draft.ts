"use client";

import { useState } from "react";
import type { Reason } from "@/domain/paper/paper";
import { useWarningBeforeLeaving } from "../../../seats/warning-before-leaving";

const NONE: Reason = { findings: [], sentence: "" };

const same = (one: Reason, other: Reason) =>
  one.sentence.trim() === other.sentence.trim() &&
  one.findings.toSorted().join(" ") === other.findings.toSorted().join(" ");

/**
 * A reason being written over the one that stood there when it was begun. `version` and `stored` are what was read last; the
 * version is that of the whole paper, so it also moves where the reason stayed as it was.
 */
export function useReasonDraft(version: number, stored: Reason = NONE) {
  const [begun, begin] = useState({ version, reason: stored });
  const [findings, name] = useState<readonly string[]>(stored.findings);
  const [sentence, write] = useState(stored.sentence);
  const written = { findings: [...findings], sentence };
  const unsaved = !same(written, begun.reason);
  const newer = version > begun.version;
  const another = newer && !same(stored, begun.reason);
  if (newer && (!another || !unsaved || same(written, stored))) {
    begin({ version, reason: stored });
    if (another) {
      name(stored.findings);
      write(stored.sentence);
    }
  }
  useWarningBeforeLeaving(unsaved);
  return {
    findings,
    name,
    sentence,
    write,
    unsaved,
    /** Whether another has changed the reason meanwhile: what is written here takes its place once it is saved again. */
    overtaken: another && unsaved,
    /** The version over which this is saved: where another's reason is shown beside it, the one with that. */
    over: Math.max(version, begun.version),
    keep: (kept: number, reason: Reason) => begin({ version: kept, reason }),
  };
}
