import "server-only";
import type { Message } from "@/domain/findings/message";
import { type Language, worded } from "@/domain/report/wording";

/** A sentence of `messages/` without mark-up. */
export const say = (language: Language, key: string, values: Message["values"] = {}): string =>
  worded({ key, values }, language);

/** Of the six official languages Arabic alone is read from the right. */
export const isRightToLeft = ({ locale }: Language): boolean => new Intl.Locale(locale).language === "ar";

/** A document's language as the template wants it: "en" and "GB", the second null where the tag names no region. */
export function languageParts({ locale }: Language) {
  const { language, region } = new Intl.Locale(locale);
  return { lang: language, region: region ?? null };
}

/** "Page x of y" around its two numbers, which only the template knows. */
export function pageWords(language: Language) {
  const [before = "", between = "", after = ""] = say(language, "reportFiles.page", {
    page: BREAK,
    pages: BREAK,
  }).split(BREAK);
  return { before, between, after };
}

// A control character that no sentence holds.
const BREAK = "\u0001";

/** The day of a moment in a time zone, as the template wants the date of a document. */
export function dayIn(instant: string, timeZone: string) {
  const options = { timeZone, year: "numeric", month: "numeric", day: "numeric" } as const;
  const parts = new Intl.DateTimeFormat("en", options).formatToParts(new Date(instant));
  const part = (type: "year" | "month" | "day") => Number(parts.find((one) => one.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}
