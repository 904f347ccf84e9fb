import { flushSync } from "react-dom";

/**
 * Adds or removes a row of a form and leads the keyboard on: to the first of these ids that is then on the page. The
 * button that did it may be gone.
 */
export function changeAndFocus(change: () => void, ids: readonly string[]): void {
  flushSync(change);
  const control = ids.map((id) => document.getElementById(id)).find((found) => found !== null);
  control?.focus();
}
