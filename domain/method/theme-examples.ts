import { type ThemePhrase, themePhrase } from "@/domain/consensus/ladder/theme";
import { phraseMessage } from "@/domain/findings/sentence";
import { SEATS } from "./example-round";
import { say } from "./say";
import type { Worked } from "./worked";

/** How many answers raise a theme, of how many. */
type Raised = readonly [count: number, answered: number];

export const THEME_EXAMPLES: Readonly<Record<ThemePhrase, Raised>> = {
  tooFew: [5, 9],
  notRaised: [0, SEATS],
  pooled: [2, SEATS],
  almostAll: [37, SEATS],
  most: [31, SEATS],
  majority: [24, SEATS],
  many: [15, SEATS],
  several: [8, SEATS],
  some: [4, SEATS],
};

export function workedTheme([count, n]: Raised): Worked {
  const row = themePhrase(count, n);
  return { row, figures: say("examples.theme", { count, n }), reads: phraseMessage("theme", row) };
}
