import { z } from "zod";
import { SMALLEST_SHOWN } from "./cell";
import type { CountedTheme } from "./themes";

/** The themes that notes from the floor raise, as they may be read: counted apart from answers, and never with them. */
export type FloorTable = {
  /** Noted three times or more, the most noted first. Of how many notes is not told, so that no rest can be worked out. */
  readonly themes: readonly { readonly id: string; readonly wording: string; readonly noted: number }[];
  /** Whether other points were noted, each once or twice. Neither their number nor their wording is kept. */
  readonly pooled: boolean;
};

/** What may be read of how many notes raise each theme; null where none raises any. */
export function floorTable(counted: readonly CountedTheme[]): FloorTable | null {
  const raised = counted.filter(({ count }) => count > 0);
  if (raised.length === 0) return null;
  const shown = raised
    .filter(({ count }) => count >= SMALLEST_SHOWN)
    .map(({ id, wording, count }) => ({ id, wording, noted: count }));
  return {
    themes: shown.toSorted((one, other) => other.noted - one.noted || (one.id < other.id ? -1 : 1)),
    pooled: shown.length < raised.length,
  };
}

/** Where nothing is shown and nothing pooled there is no table at all. */
export const floorTableSchema: z.ZodType<FloorTable> = z
  .strictObject({
    themes: z.array(
      z.strictObject({ id: z.uuid(), wording: z.string().min(1), noted: z.int().min(SMALLEST_SHOWN) }),
    ),
    pooled: z.boolean(),
  })
  .refine(({ themes, pooled }) => themes.length > 0 || pooled);
