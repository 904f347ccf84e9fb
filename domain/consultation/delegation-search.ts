import { comparable } from "./delegations";
import { keysOf, nearest } from "./known-delegations";

/** Chinese is written without blanks, so that part of a name may be its beginning for whoever types it. */
const HAN = /\p{Script=Han}/u;

/** Whether what is typed is part of a delegation's own name, or begins a word of another name in any language. */
function isSought(name: string, sought: string): boolean {
  if (comparable(name).includes(sought)) return true;
  return keysOf(name).some((key) =>
    (HAN.test(sought) ? key : ` ${key}`).includes(HAN.test(sought) ? sought : ` ${sought}`),
  );
}

/**
 * Those of these names that somebody who types this into a search may mean: by part of a name or the beginning of a word
 * of another, in any official language; where there is none, by a name that is written a few letters otherwise. Accents,
 * case and punctuation aside; nothing typed means everybody.
 */
export function soughtAmong(names: readonly string[], typed: string): ReadonlySet<string> {
  const sought = comparable(typed);
  const found = names.filter((name) => isSought(name, sought));
  if (found.length > 0) return new Set(found);
  const near = new Set(nearest(typed).map(({ name }) => name));
  return new Set(names.filter((name) => near.has(name)));
}
