import type { Issue } from "@/domain/issue";

const HOUR = 3_600_000;

/** Responses below which a round is extended at its closing time: fewer say nothing but their number. */
export const ENOUGH_RESPONSES = 10;

/** Hours by which a round may be extended by the rule. */
export const LEAST_EXTENSION = 1;
export const MOST_EXTENSION = 336;

/** Days by which hosts can extend a round at once; they can do it again. */
export const MOST_DAYS_EXTENDED = 31;

/** The earliest close that can be moved to this one by hand. */
export const earliestToExtendFrom = (closesAt: Date): Date =>
  new Date(closesAt.getTime() - MOST_DAYS_EXTENDED * 24 * HOUR);

/** What is wrong with a period of the extension by the rule, in hours. */
export function extensionIssues(hours: number): Issue[] {
  if (Number.isInteger(hours) && hours >= LEAST_EXTENSION && hours <= MOST_EXTENSION) return [];
  return [
    {
      code: "extension_hours_out_of_bounds",
      at: "hours",
      values: { least: LEAST_EXTENSION, most: MOST_EXTENSION },
    },
  ];
}

/**
 * Until when the rule extends a round: its period after the closing time. Where the decision comes more than an hour late,
 * since nothing ran, the period counts from the decision, so that nobody is given less of it than was promised.
 */
export function extendedByRuleTo(closesAt: Date, decidedAt: Date, hours: number): Date {
  const late = decidedAt.getTime() - closesAt.getTime() > HOUR;
  return new Date((late ? decidedAt : closesAt).getTime() + hours * HOUR);
}

/** Time that is left until a moment, in whole minutes; null once it has passed. */
export type TimeLeft = { readonly days: number; readonly hours: number; readonly minutes: number };

export function timeLeft(until: Date, now: Date): TimeLeft | null {
  const milliseconds = until.getTime() - now.getTime();
  if (!(milliseconds > 0)) return null;
  const minutes = Math.floor(milliseconds / 60_000);
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
