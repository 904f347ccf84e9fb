import "server-only";
import type { Wording } from "@/domain/report/document";
import { type Language, worded } from "@/domain/report/wording";
import type { HeadOfSheet, RoundOnSheet } from "@/domain/sheets/sheet";
import { say } from "./say";

/** A moment of a round in its own zone and in UTC, as everywhere in the product. */
export function momentIn({ timeZone }: RoundOnSheet, instant: string, language: Language): string {
  const moment: Wording = { instant, timeZone };
  return worded(moment, language);
}

/** The mark of a demonstration; nothing of a consultation that is real. */
export const simulatedMarks = ({ simulated }: HeadOfSheet, language: Language): string[] =>
  simulated ? [say(language, "product.simulated")] : [];
