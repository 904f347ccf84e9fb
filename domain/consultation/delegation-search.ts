import { comparable } from "./delegations";
import { otherNamesOf } from "./delegations-other-names";

/**
 * Whether somebody who types this into a search may mean that delegation: it is part of its name, or begins a word of
 * another name in common use. Accents, case and punctuation aside; nothing typed means everybody.
 */
export function isSought(name: string, typed: string): boolean {
  const sought = comparable(typed);
  if (comparable(name).includes(sought)) return true;
  return otherNamesOf(name).some((other) => ` ${comparable(other)}`.includes(` ${sought}`));
}
