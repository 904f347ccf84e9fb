"use client";

import { useEffect } from "react";

/** The address of another page of this site that a plain click leads to, or null. */
function leavingFor(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  if (anchor === null || anchor.target !== "" || anchor.hasAttribute("download")) return null;
  const there = new URL(anchor.href, window.location.href);
  const elsewhere = there.pathname !== window.location.pathname;
  return elsewhere && there.origin === window.location.origin ? there.href : null;
}

/**
 * Has the browser ask before the page is left. Links within the site would change the page without its being asked, so
 * they are followed as links to another site are.
 */
export function useWarningBeforeLeaving(warned: boolean) {
  useEffect(() => {
    if (!warned) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      const there = leavingFor(event);
      if (there === null) return;
      event.preventDefault();
      event.stopPropagation();
      window.location.assign(there);
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", follow, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", follow, true);
    };
  }, [warned]);
}
