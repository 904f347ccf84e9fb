"use client";

import { useEffect, useRef, useState } from "react";

/** After so long a part that did not come is asked for again, in milliseconds. */
const AGAIN = 4_000;

/**
 * A part of the program that is loaded only where it is wanted. Null until it is there: a page goes on without it, and
 * asks again where the network was away.
 */
export function useLoaded<Part extends object>(wanted: boolean, load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  const loading = useRef(load);
  const missing = wanted && part === null;
  useEffect(() => {
    if (!missing) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = () => {
      loading.current().then(
        (loaded) => current && setPart(loaded),
        () => {
          if (current) timer = setTimeout(ask, AGAIN);
        },
      );
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [missing]);
  return part;
}
