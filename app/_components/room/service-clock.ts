"use client";

import { useEffect, useState } from "react";

/** How often a countdown is drawn anew, in milliseconds. */
const EVERY = 250;

/**
 * The time of the service as it goes on from what it last told, by a clock of this device that nobody sets: the one on its
 * wall may be wrong, and may be put right in between.
 */
export function useClockFrom(told: string): Date {
  const [now, setNow] = useState(() => new Date(told));
  useEffect(() => {
    const offset = Date.parse(told) - performance.now();
    const tell = () => setNow(new Date(performance.now() + offset));
    tell();
    const ticking = setInterval(tell, EVERY);
    return () => clearInterval(ticking);
  }, [told]);
  return now;
}
