import { z } from "zod";
import { floorTable, floorTableSchema } from "./floor";
import { RULES, rulesSchema } from "./rules";
import { type CountedTheme, themeTable, themeTableSchema } from "./themes";

/** What of the themes of one item passed disclosure control, as it is stored. `release.ts` alone makes it a release. */
export const themeFiguresSchema = z.strictObject({
  version: z.literal(1),
  rules: rulesSchema,
  table: themeTableSchema,
  /** What was noted from the floor, where anything was: beside the answers' table, and counted apart. */
  floor: floorTableSchema.exactOptional(),
});
export type ThemeFigures = Readonly<z.infer<typeof themeFiguresSchema>>;

/** Of exact counts among so many who answered, and of how many notes from the floor raise each; without notes as ever. */
export function themeFigures(
  counted: readonly CountedTheme[],
  answered: number,
  noted: readonly CountedTheme[],
): ThemeFigures {
  const floor = floorTable(noted);
  return { version: 1, rules: RULES, table: themeTable(counted, answered), ...(floor && { floor }) };
}
