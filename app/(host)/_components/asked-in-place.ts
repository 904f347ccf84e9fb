"use client";

import { useEffect, useRef, useState } from "react";

/**
 * An act that is asked for, then confirmed in the same place. The keyboard follows: to the confirming button when it
 * appears, back to the asking one when it returns.
 */
export function useAskedInPlace() {
  const [asked, setAsked] = useState(false);
  const asking = useRef<HTMLButtonElement>(null);
  const confirming = useRef<HTMLButtonElement>(null);
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    (asked ? confirming : asking).current?.focus();
  }, [asked]);
  return { asked, setAsked, asking, confirming };
}
