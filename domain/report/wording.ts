import { plain, type Translate } from "@/domain/findings/message";
import type { Instant, Wording } from "./document";

/** Words in one language: how to word a message, and the language's tag (BCP 47) for dates. */
export type Language = { readonly translate: Translate; readonly locale: string };

/** The wording as plain text. */
export function worded(wording: Wording, language: Language): string {
  if (typeof wording === "string") return wording;
  return "instant" in wording ? wordedInstant(wording, language) : plain(wording, language.translate);
}

/** Date, 24-hour time, city and offset: "14 January 2011 at 18:00 (New York, GMT-5)". */
function wordedInstant({ instant, timeZone }: Instant, { translate, locale }: Language): string {
  const moment = new Date(instant);
  const when = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(moment);
  const offset = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(moment)
    .find(({ type }) => type === "timeZoneName")?.value;
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  return translate("report.instant", { when, city, offset: offset ?? "UTC" });
}
