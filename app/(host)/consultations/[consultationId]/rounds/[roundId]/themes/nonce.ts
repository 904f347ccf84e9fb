"use client";

/** Where libraries look for the nonce of this document's policy, by a name that bundlers have agreed on. */
const named = globalThis as typeof globalThis & { __webpack_nonce__?: string };

/**
 * The components that can be dragged write a rule of style into the page, which the policy allows with this document's
 * nonce. It is read off a script of the document: a page that is reached without loading anew has the nonce of the first.
 */
export function letComponentsStyle(): void {
  if (typeof document === "undefined" || named.__webpack_nonce__ !== undefined) return;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce !== undefined) named.__webpack_nonce__ = nonce;
}
