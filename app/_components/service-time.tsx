"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

type Told = { readonly now: string; readonly offset: number };
const ServiceTime = createContext<Told | null>(null);

type ServiceTimeProviderProps = { readonly now: string; readonly children: ReactNode };

/** Hands down the time of the service as the page was drawn: a device's own clock may be wrong. */
export function ServiceTimeProvider({ now, children }: ServiceTimeProviderProps) {
  const [told] = useState(() => ({ now, offset: Date.parse(now) - Date.now() }));
  return <ServiceTime value={told}>{children}</ServiceTime>;
}

/** How often the time is told anew, in milliseconds. */
const EVERY = 15_000;

/** The time of the service: first as the page was drawn with it, then as it goes on. Null outside of the provider. */
export function useServiceTime(): Date | null {
  const told = useContext(ServiceTime);
  const [now, setNow] = useState(told?.now);
  useEffect(() => {
    if (told === null) return;
    const tell = () => setNow(new Date(Date.now() + told.offset).toISOString());
    tell();
    const ticking = setInterval(tell, EVERY);
    return () => clearInterval(ticking);
  }, [told]);
  return now === undefined ? null : new Date(now);
}
