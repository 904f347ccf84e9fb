import { z } from "zod";
import { type Cell, cellOf, FEWEST_POSITIONS, SMALLEST_SHOWN } from "./cell";
import { cellSchema } from "./cell-shape";

/** A theme and how many distinct answers raise it, exactly. Never leaves the bench so. */
export type CountedTheme = { readonly id: string; readonly wording: string; readonly count: number };

/** A theme as it is shown: raised by 3 or more, exactly or, from all but two on, as "all or nearly all". */
export type ShownTheme = { readonly id: string; readonly wording: string; readonly raised: Cell };

/** The themes of an item as they may be read. */
export type ThemeTable =
  /** Fewer than ten answered; their number alone is shown. */
  | { readonly kind: "tooFew"; readonly answered: number }
  | {
      readonly kind: "themes";
      readonly answered: number;
      /** The most raised first. */
      readonly themes: readonly ShownTheme[];
      /** Whether other points were raised, each by one or two. Neither their number nor their wording is kept. */
      readonly pooled: boolean;
    };

/**
 * Each theme is a table of its own, of those who answered: raised, or not raised (rules 2 and 6). One or two are pooled; of
 * all but two or fewer only that is told. An answer may raise any number of themes or none, so that the counts of some leave
 * every other as it was.
 */
export function themeTable(counted: readonly CountedTheme[], answered: number): ThemeTable {
  if (answered < FEWEST_POSITIONS) return { kind: "tooFew", answered };
  const raised = counted.filter(({ count }) => count > 0);
  const shown = raised
    .filter(({ count }) => count >= SMALLEST_SHOWN)
    .map(({ id, wording, count }): ShownTheme => {
      const nearlyAll = count >= answered - 2;
      return { id, wording, raised: cellOf(nearlyAll ? "allOrNearlyAll" : count, [answered - 2, answered]) };
    });
  return {
    kind: "themes",
    answered,
    themes: shown.toSorted((one, other) => leastOf(other) - leastOf(one) || (one.id < other.id ? -1 : 1)),
    pooled: shown.length < raised.length,
  };
}

/** The fewest answers that may raise a theme, given what is shown: what its phrase is chosen by. */
export const leastOf = ({ raised }: ShownTheme): number =>
  raised.kind === "count" ? raised.count : raised.from;

const whole = z.int().min(0);
/** A theme is shown from 3 on, and never as a count of all but two or fewer. */
const themesSchema = z
  .strictObject({
    kind: z.literal("themes"),
    answered: whole.min(FEWEST_POSITIONS),
    themes: z.array(z.strictObject({ id: z.uuid(), wording: z.string().min(1), raised: cellSchema })),
    pooled: z.boolean(),
  })
  .refine(({ themes, answered }) =>
    themes.every(({ raised }) =>
      raised.kind === "count"
        ? raised.count >= SMALLEST_SHOWN && raised.count < answered - 2
        : raised.kind === "allOrNearlyAll" && raised.from === answered - 2 && raised.to === answered,
    ),
  );

export const themeTableSchema: z.ZodType<ThemeTable> = z.union([
  z.strictObject({ kind: z.literal("tooFew"), answered: whole.max(FEWEST_POSITIONS - 1) }),
  themesSchema,
]);
