"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The address of another page of this site that a plain click leads to, or null. */
function leavingFor(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const anchor = event.target instanceof Element ? event.target.closest("a") : null;
  if (anchor === null || anchor.target !== "" || anchor.hasAttribute("download")) return null;
  const there = new URL(anchor.href, window.location.href);
  const here = window.location;
  const elsewhere = there.pathname !== here.pathname || there.search !== here.search;
  return elsewhere && there.origin === here.origin ? there.href : null;
}

/**
 * Has the browser ask before the page is left. Links within the site would change the page without its being asked, so
 * they are followed as links to another site are; the way back through its history is asked about here.
 */
export function useWarningBeforeLeaving(warned: boolean) {
  const t = useTranslations("leaving");
  const question = t("unsaved");
  useEffect(() => {
    if (!warned) return;
    const traverse = (event: NavigateEvent) => {
      const within = event.navigationType === "traverse" && event.cancelable && !event.hashChange;
      if (within && !window.confirm(question)) event.preventDefault();
    };
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
    // Where a browser does not have it yet, the way back is not asked about.
    window.navigation?.addEventListener("navigate", traverse);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", follow, true);
      window.navigation?.removeEventListener("navigate", traverse);
    };
  }, [warned, question]);
}
