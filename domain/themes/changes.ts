import { type Change, type Codings, NO_CHANGE } from "./coding";

/** Codes an answer with a theme, or takes the theme from it. Whoever finds a point in an answer no longer sets it aside. */
export function toggled({ codings }: Codings, answerId: string, themeId: string): Change {
  const coding = { answerId, themeId };
  const has = codings.some((one) => one.answerId === answerId && one.themeId === themeId);
  if (has) return { ...NO_CHANGE, clear: [coding] };
  const aside = codings.filter((one) => one.answerId === answerId && one.themeId === null);
  return { ...NO_CHANGE, set: [coding], clear: aside };
}

/** Says that an answer holds nothing to reflect, or takes that back. Its themes go with it. */
export function setAside({ codings }: Codings, answerId: string): Change {
  const own = codings.filter((one) => one.answerId === answerId);
  if (own.some(({ themeId }) => themeId === null))
    return { ...NO_CHANGE, clear: [{ answerId, themeId: null }] };
  return { ...NO_CHANGE, set: [{ answerId, themeId: null }], clear: own };
}

/** A new theme, with answers that raise it. */
export function added(
  id: string,
  wording: string,
  { codings }: Codings,
  answerIds: readonly string[],
): Change {
  const aside = codings.filter(({ answerId, themeId }) => themeId === null && answerIds.includes(answerId));
  return {
    ...NO_CHANGE,
    add: [{ id, wording }],
    set: answerIds.map((answerId) => ({ answerId, themeId: id })),
    clear: aside,
  };
}

/** One theme of several: the one with the smallest number takes all, under a wording of its own. */
export function merged({ themes }: Codings, ids: readonly string[], wording: string): Change {
  const [into, ...others] = themes.filter(({ id }) => ids.includes(id));
  if (into === undefined) return NO_CHANGE;
  return {
    ...NO_CHANGE,
    rename: into.wording === wording ? [] : [{ id: into.id, from: into.wording, to: wording }],
    merge: others.map(({ id }) => ({ from: id, into: into.id })),
  };
}

/** Takes these answers out of a theme into a new one. */
export function split(from: string, id: string, wording: string, answerIds: readonly string[]): Change {
  return {
    ...NO_CHANGE,
    add: [{ id, wording }],
    set: answerIds.map((answerId) => ({ answerId, themeId: id })),
    clear: answerIds.map((answerId) => ({ answerId, themeId: from })),
  };
}
