"use client";

import { useEffect, useState } from "react";
import { z } from "zod";

const keptSchema = z.object({ version: z.int(), text: z.string() });
type Kept = z.infer<typeof keptSchema>;

/** A browser may refuse its storage. What is typed then lives on the page alone, and leaving it is warned of. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}

function keptUnder(key: string): Kept | null {
  const stored = inStorage((storage) => JSON.parse(storage.getItem(key) ?? "null"));
  return keptSchema.safeParse(stored).data ?? null;
}

type KeptTextOf = {
  /** What the text is of. */
  readonly place: string;
  readonly version: number;
  /** What is not saved; null for nothing. */
  readonly text: string | null;
};

/**
 * Keeps what is not saved through a reload or a visit to another page, in this tab. What an earlier visit left is found
 * once: `found` if it was written on this version, else `left`. While either waits nothing is written over it.
 */
export function useKeptText({ place, version, text }: KeptTextOf) {
  const key = `tour-de-table/paper/${place}`;
  const [waiting, setWaiting] = useState<Kept | null | undefined>(undefined);
  useEffect(() => setWaiting(keptUnder(key)), [key]);
  useEffect(() => {
    if (waiting !== null) return;
    if (text === null) inStorage((storage) => storage.removeItem(key));
    else inStorage((storage) => storage.setItem(key, JSON.stringify({ version, text })));
  }, [waiting, key, version, text]);
  const same = waiting?.version === version;
  return {
    found: same ? waiting.text : null,
    left: waiting && !same ? waiting.text : null,
    /** Nothing waits any more: it stands in the editor, or is not wanted. */
    settle: () => setWaiting(null),
  };
}
