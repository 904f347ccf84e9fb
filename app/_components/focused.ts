/**
 * For the `ref` of a heading or field: it takes the focus as it appears, so that a screen reader starts there. A function
 * written in place would take it again each time that the page is drawn anew, from wherever it is by then.
 */
export const focused = (appeared: HTMLElement | null): void => appeared?.focus();
