import { instantOf, localTimeOf } from "@/domain/consultation/consultation";

/** Mail that goes out by the clock before a round closes. */
export const SCHEDULED = ["twoDaysBefore", "lastDay"] as const;
export type ScheduledKind = (typeof SCHEDULED)[number];

/** The hour at which it goes out, in the round's own time zone: as an office begins its day. */
const HOUR = "09:00";
/** A close sooner than this after that hour is announced the day before. */
const FEWEST_HOURS = 3;
const HOUR_IN_MS = 3_600_000;
const DAY_IN_MS = 24 * HOUR_IN_MS;

/** That hour of the day on which a moment falls in the zone, so many days before; a moment before the first of all days is none. */
function morningOf(moment: Date, timeZone: string, daysBefore: number): Date {
  // Noon of that day, then so many days back: no change of the clocks moves noon to another day.
  const noon = instantOf(`${localTimeOf(moment, timeZone).slice(0, 10)}T12:00`, timeZone) ?? moment;
  const day = localTimeOf(new Date(noon.getTime() - daysBefore * DAY_IN_MS), timeZone).slice(0, 10);
  return instantOf(`${day}T${HOUR}`, timeZone) ?? noon;
}

/**
 * When a scheduled mail about a close goes out: at nine in the morning of the round's zone, two days before, or on the
 * last day; on the day before, where the round closes before noon.
 */
export function scheduledAt(kind: ScheduledKind, closesAt: Date, timeZone: string): Date {
  if (kind === "twoDaysBefore") return morningOf(closesAt, timeZone, 2);
  const morning = morningOf(closesAt, timeZone, 0);
  const late = closesAt.getTime() - morning.getTime() < FEWEST_HOURS * HOUR_IN_MS;
  return late ? morningOf(closesAt, timeZone, 1) : morning;
}

/** A round as far as its scheduled mail is concerned. */
export type RoundInTime = {
  readonly stage: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly timeZone: string;
};

/** Which scheduled mail is wanted, and since when: of a moment that had passed by then there is none. */
export type Plan = Readonly<Record<ScheduledKind, boolean>> & { readonly since: Date };

/**
 * Which scheduled mail of a round is due now: none whose hour had passed when it opened, the later one alone where the service was down for both, and none once the
 * round has closed. Whether it was sent already is for the caller to know.
 */
export function dueNow(
  { stage, opensAt, closesAt, timeZone }: RoundInTime,
  plan: Plan,
  now: Date,
): ScheduledKind | null {
  if (stage !== "open" || now >= closesAt) return null;
  const due = SCHEDULED.filter((kind) => {
    const at = scheduledAt(kind, closesAt, timeZone);
    return plan[kind] && plan.since < at && opensAt < at && at <= now;
  });
  return due.at(-1) ?? null;
}
