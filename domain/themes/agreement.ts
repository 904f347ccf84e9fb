import { z } from "zod";
import { krippendorffAlpha } from "@/domain/consensus/krippendorff-alpha";
import { twoCoders } from "@/domain/consensus/two-coders";
import type { Coding, Theme } from "./coding";

const figure = z.number().nullable();
export const agreementSchema = z.strictObject({
  /** Answers that both have looked at. Nothing here tells how many themes there were: it outlives the rare ones. */
  units: z.int().min(0),
  /** Share on which both agree, from 0 to 1; null where there is no unit. */
  share: figure,
  /** Krippendorff's α for nominal categories. */
  alpha: figure,
  /** Cohen's κ. */
  kappa: figure,
  /** Gwet's AC₁. */
  ac1: figure,
});

/** Agreement of two who coded apart. A measure is null where it is not defined: both always said the same. */
export type Agreement = z.infer<typeof agreementSchema>;

/** Whether each of two coders finds a theme in an answer. */
type Judged = readonly [first: boolean, second: boolean];

function agreementOn(units: readonly Judged[]): Agreement {
  const places = [false, true];
  const table = places.map((first) =>
    places.map((second) => units.filter((unit) => unit[0] === first && unit[1] === second).length),
  );
  const measures = twoCoders(table);
  return {
    units: units.length,
    share: measures?.pa ?? null,
    kappa: measures?.kappa ?? null,
    ac1: measures?.ac1 ?? null,
    alpha: krippendorffAlpha(units.map((unit) => unit.map(Number))),
  };
}

/** What two said of the same answers. */
export type TwoCodings = {
  readonly themes: readonly Theme[];
  readonly first: readonly Coding[];
  readonly second: readonly Coding[];
};

const keyOf = ({ answerId, themeId }: Coding) => `${answerId} ${themeId}`;

/**
 * How far two coders agree, on each theme and over all of them. An answer may raise several themes, so that each pair of an
 * answer and a theme is one judgement with two categories: raised, or not.
 */
export function agreementOf({ themes, first, second }: TwoCodings, answerIds: readonly string[]) {
  const [byFirst, bySecond] = [new Set(first.map(keyOf)), new Set(second.map(keyOf))];
  const judged = (themeId: string) =>
    answerIds.map((answerId): Judged => {
      const key = keyOf({ answerId, themeId });
      return [byFirst.has(key), bySecond.has(key)];
    });
  return {
    overall: { ...agreementOn(themes.flatMap(({ id }) => judged(id))), units: answerIds.length },
    byTheme: themes.map(({ id }) => ({ themeId: id, ...agreementOn(judged(id)) })),
  };
}

/** What both said; an answer on which they differ has nothing of it here but what they share. */
export function agreed(first: readonly Coding[], second: readonly Coding[]): Coding[] {
  const bySecond = new Set(second.map(keyOf));
  return first.filter((coding) => bySecond.has(keyOf(coding)));
}

/** Ids of the answers on which two differ. */
export function differing(first: readonly Coding[], second: readonly Coding[]): string[] {
  const shared = new Set(agreed(first, second).map(keyOf));
  const alone = [...first, ...second].filter((coding) => !shared.has(keyOf(coding)));
  return [...new Set(alone.map(({ answerId }) => answerId))];
}
