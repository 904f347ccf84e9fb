import { hourWords, type MomentParts, momentParts } from "@/domain/consultation/moment";
import { plain, type Translate } from "@/domain/findings/message";
import type { Instant, Wording } from "./document";

/** Words in one language: how to word a message, and the language's tag (BCP 47) for dates. */
export type Language = { readonly translate: Translate; readonly locale: string };

/** The wording as plain text. */
export function worded(wording: Wording, language: Language): string {
  if (typeof wording === "string") return wording;
  return "instant" in wording ? wordedInstant(wording, language) : plain(wording, language.translate);
}

/**
 * A moment as everywhere in the product: "Friday 14 January 2011, 18:00 in New York (UTC−5) (23:00 UTC)", with the weekday
 * in UTC where that is another.
 */
export function wordedMoment(
  { instant, timeZone }: Instant,
  { translate, locale }: Language,
  changed: Partial<MomentParts> = {},
): string {
  const parts = { ...momentParts(instant, timeZone, locale), ...changed };
  // Some translators hand over what stands in a tag as a list of one; as text it is the same.
  return translate("moment.whole", { ...parts, utc: (chunks) => String(chunks) });
}

/** A moment in a report, without the weekday in UTC: what was signed stays as it is, and its moments are over. */
const wordedInstant = (at: Instant, language: Language): string =>
  wordedMoment(at, language, { utcHour: hourWords(at.instant, "UTC", language.locale) });
