import "server-only";
import { type Language, wordedMoment } from "@/domain/report/wording";
import type { HeadOfSheet, RoundOnSheet } from "@/domain/sheets/sheet";
import { say } from "./say";

/** A moment of a round in its own zone and in UTC, as everywhere in the product. */
export const momentIn = ({ timeZone }: RoundOnSheet, instant: string, language: Language): string =>
  wordedMoment({ instant, timeZone }, language);

/** The mark of a demonstration; nothing of a consultation that is real. */
export const simulatedMarks = ({ simulated }: HeadOfSheet, language: Language): string[] =>
  simulated ? [say(language, "product.simulated")] : [];
