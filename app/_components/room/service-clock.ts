"use client";

import { useEffect, useState } from "react";

/** How often a countdown is drawn anew, in milliseconds. */
const EVERY = 250;

/**
 * The time of the service as it goes on from what it last told (ISO), by a clock of this device that nobody sets: the one on
 * its wall may be wrong, and may be put right in between. It counts from when it is first given what was told, so that it is
 * to be given that at once; and it stands still while the device sleeps, so that it is to be told anew after.
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
