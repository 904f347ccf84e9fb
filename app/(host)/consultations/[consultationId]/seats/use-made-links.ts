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
  const without = (before: readonly InvitationLink[], gone: readonly { readonly delegation: string }[]) => {
    const names = new Set(gone.map(({ delegation }) => delegation));
    return before.filter(({ delegation }) => !names.has(delegation));
  };
  return {
    links,
    /** Adds new links; one made for the same delegation before stands here no longer. */
    keep: (made: readonly InvitationLink[]) => setLinks((before) => [...made, ...without(before, made)]),
    /** Takes the links of these delegations off the page. */
    drop: (gone: readonly { readonly delegation: string }[]) => setLinks((before) => without(before, gone)),
  };
}
