"use client";

import { useEffect, useState } from "react";

const NONCE = "csp-nonce";

/** The document's nonce, where the library of the lists looks for it: it adds one style element to the page. */
function tellNonce() {
  if (document.querySelector(`meta[property="${NONCE}"]`) !== null) return;
  const meta = document.createElement("meta");
  meta.setAttribute("property", NONCE);
  meta.nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
  document.head.append(meta);
}

/**
 * Whether lists that can be dragged may be drawn: in the browser alone, since the style attributes that a server writes are
 * refused by the page's policy, while those that a script sets are not.
 */
export function useDragReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    tellNonce();
    setReady(true);
  }, []);
  return ready;
}
