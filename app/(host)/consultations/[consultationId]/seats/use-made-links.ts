"use client";

import { useState } from "react";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { useWarningBeforeLeaving } from "./warning-before-leaving";

/**
 * The links that were made on this page. They stand in this tab's memory and nowhere else, so leaving the page is warned
 * of while there are any.
 */
export function useMadeLinks() {
  const [links, setLinks] = useState<readonly InvitationLink[]>([]);
  useWarningBeforeLeaving(links.length > 0);
  const without = (before: readonly InvitationLink[], gone: readonly string[]) => {
    const names = new Set(gone);
    return before.filter(({ delegation }) => !names.has(delegation));
  };
  return {
    links,
    /** Adds new links; one made for the same seat before stands here no longer. */
    keep: (made: readonly InvitationLink[]) =>
      setLinks((before) => [
        ...made,
        ...without(
          before,
          made.map(({ delegation }) => delegation),
        ),
      ]),
    /** Takes the links of these seats, by their names, off the page. */
    drop: (gone: readonly string[]) => setLinks((before) => without(before, gone)),
  };
}
