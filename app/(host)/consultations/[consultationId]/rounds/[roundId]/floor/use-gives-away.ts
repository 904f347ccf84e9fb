"use client";

import { useDeferredValue, useEffect, useState } from "react";
import type { GivesAway } from "@/domain/floor/gives-away";

type Checked = { readonly text: string; readonly found: readonly GivesAway[] };
const NOTHING: Checked = { text: "", found: [] };

/** What the check finds in a note, asked for now. The names are many: they come once somebody writes. */
export async function givenAwayIn(text: string): Promise<readonly GivesAway[]> {
  try {
    return (await import("@/domain/floor/gives-away")).givesAway(text);
  } catch {
    // The server asks the same question before it keeps anything.
    return [];
  }
}

/** What the check finds in a note, as soon as typing leaves time for it. */
export function useGivesAway(text: string): Checked {
  const settled = useDeferredValue(text);
  const [checked, setChecked] = useState(NOTHING);
  useEffect(() => {
    if (settled.trim() === "") return setChecked(NOTHING);
    let current = true;
    givenAwayIn(settled).then((found) => current && setChecked({ text: settled, found }));
    return () => {
      current = false;
    };
  }, [settled]);
  return checked;
}
