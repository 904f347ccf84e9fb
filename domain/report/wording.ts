import { momentParts } from "@/domain/consultation/moment";
import { plain, type Translate } from "@/domain/findings/message";
import type { Instant, Wording } from "./document";

/** Words in one language: how to word a message, and the language's tag (BCP 47) for dates. */
export type Language = { readonly translate: Translate; readonly locale: string };

/** The wording as plain text. */
export function worded(wording: Wording, language: Language): string {
  if (typeof wording === "string") return wording;
  return "instant" in wording ? wordedInstant(wording, language) : plain(wording, language.translate);
}

/** A moment as everywhere in the product: "Friday 14 January 2011, 18:00 in New York (UTC−5) (23:00 UTC)". */
function wordedInstant({ instant, timeZone }: Instant, { translate, locale }: Language): string {
  // Some translators hand over what stands in a tag as a list of one; as text it is the same.
  return translate("moment.whole", {
    ...momentParts(instant, timeZone, locale),
    utc: (chunks) => String(chunks),
  });
}
