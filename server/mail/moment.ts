import "server-only";
import { momentParts } from "@/domain/consultation/moment";
import { words } from "@/server/words";

/** Dates as the rest of the product writes them. */
export const LOCALE = "en-GB";

/** A moment as every mail says it: in the round's time zone, and by UTC. */
export function momentInMail(at: Date, timeZone: string): string {
  const parts = momentParts(at.toISOString(), timeZone, LOCALE);
  return words.markup("moment.whole", { ...parts, utc: (chunks) => chunks });
}
