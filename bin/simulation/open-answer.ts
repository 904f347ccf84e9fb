import type { TextAnswer } from "@/domain/questionnaire/text";
import type { Chance } from "./chance";
import { CLOSINGS, OPENINGS, POINTS } from "./sentences";

/** An open answer of one or two points, in the manner of a delegation. */
export function openAnswer(chance: Chance): TextAnswer {
  const points = chance.shuffled(POINTS).slice(0, chance.happens(0.35) ? 2 : 1);
  const text = points.map(({ wordings }) => chance.oneOf(wordings)).join(" ");
  return {
    kind: "text",
    text: `${chance.oneOf(OPENINGS)}${text}${chance.oneOf(CLOSINGS)}`,
    consent: chance.happens(0.85) ? "mayBeReflected" : "notToBeReflected",
  };
}

/** The themes that a simulated open answer touches, in the order of the bank. */
export function themesIn(text: string): string[] {
  return POINTS.filter(({ wordings }) => wordings.some((wording) => text.includes(wording))).map(
    ({ theme }) => theme,
  );
}
