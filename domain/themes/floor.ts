import { applied, type Change, type Coding, type Codings } from "./coding";

/** What is coded of these texts alone, where answers and notes are coded by the same changes. */
export const codingsOf = ({ themes, codings }: Codings, ids: ReadonlySet<string>): Codings => ({
  themes,
  codings: codings.filter(({ answerId }) => ids.has(answerId)),
});

/**
 * What is coded of the notes after a change that may be of answers too: of it only what concerns these notes. What no theme
 * is there for any more is left out once it is known which themes remain.
 */
export const notedAfter = (before: Codings, change: Change, notes: ReadonlySet<string>): Coding[] => [
  ...codingsOf(applied(before, change), notes).codings,
];

/** Whether a change codes any of these texts. */
export const isOf = ({ set, clear }: Change, ids: ReadonlySet<string>): boolean =>
  [...set, ...clear].some(({ answerId }) => ids.has(answerId));

/** What a change of codings took away and what it added. */
export function differenceOf(before: readonly Coding[], after: readonly Coding[]) {
  const keyOf = ({ answerId, themeId }: Coding) => `${answerId} ${themeId}`;
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    gone: before.filter((coding) => !is.has(keyOf(coding))),
    made: after.filter((coding) => !was.has(keyOf(coding))),
  };
}
