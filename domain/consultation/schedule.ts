import { instantOf, localTimeOf, type PlannedRound, plannedRoundIssues } from "./consultation";

/** Working days from today to the first opening: delegations enrol, and ask their capitals. */
const UNTIL_FIRST = 15;
/** Working days that a round stays open. */
const OPEN_FOR = 10;
/** Working days from a close to the next opening: findings are reviewed and signed. */
const BETWEEN = 10;
const OPENS_AT = "09:00";
const CLOSES_AT = "18:00";

const DAY = 86_400_000;
const DAYS_IN_WEEK = 7;
/** A year and a week; after it clocks change on other days of the same weeks. */
const MOST_WEEKS_TRIED = 53;

/** The midnight of a wall-clock time's day, in milliseconds, as if its place were at UTC. */
const midnightOf = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00Z`);
const dayAt = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);

/** The same hour so many days later, by the calendar: what clocks do in between moves nothing. */
const daysLater = (local: string, days: number): string =>
  `${dayAt(midnightOf(local) + days * DAY)}${local.slice(10)}`;

/** So many days from Monday to Friday later, as a date. Holidays differ by place and are not known here. */
function workingDaysLater(local: string, count: number): string {
  let midnight = midnightOf(local);
  for (let left = count; left > 0; ) {
    midnight += DAY;
    const weekday = new Date(midnight).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return dayAt(midnight);
}

function openFrom(day: string, level: PlannedRound["level"]): PlannedRound {
  const opensAt = `${day}T${OPENS_AT}`;
  return { level, opensAt, closesAt: `${workingDaysLater(opensAt, OPEN_FOR)}T${CLOSES_AT}` };
}

/** A round that leaves time after the one before it, of the same level. */
export function roundAfter({ level, closesAt }: PlannedRound): PlannedRound | null {
  return Number.isNaN(midnightOf(closesAt)) ? null : openFrom(workingDaysLater(closesAt, BETWEEN), level);
}

/** Rounds of these levels with dates to start from, counted in working days from today in the zone. */
export function suggestedRounds(
  levels: readonly PlannedRound["level"][],
  now: Date,
  timeZone: string,
): PlannedRound[] {
  const rounds: PlannedRound[] = [];
  for (const level of levels) {
    const before = rounds.at(-1);
    const from = before?.closesAt ?? localTimeOf(now, timeZone);
    rounds.push(openFrom(workingDaysLater(from, before === undefined ? UNTIL_FIRST : BETWEEN), level));
  }
  return rounds;
}

/**
 * Rounds moved by whole weeks, all by the same, until the first of them opens a week from now at the earliest: weekdays,
 * hours and the days between stay, whatever clocks do on the way. Weeks in which one of them would close before it opens,
 * since its hour is skipped there in spring, are passed over.
 */
export function shiftedRounds<Round extends PlannedRound>(
  rounds: readonly Round[],
  now: Date,
  timeZone: string,
): Round[] {
  const moved = (weeks: number) =>
    rounds.map((round) => ({
      ...round,
      opensAt: daysLater(round.opensAt, weeks * DAYS_IN_WEEK),
      closesAt: daysLater(round.closesAt, weeks * DAYS_IN_WEEK),
    }));
  const first = rounds.map(({ opensAt }) => opensAt).toSorted()[0];
  if (first === undefined) return [];
  const earliest = now.getTime() + DAYS_IN_WEEK * DAY;
  const opensIn = (weeks: number) =>
    instantOf(daysLater(first, weeks * DAYS_IN_WEEK), timeZone)?.getTime() ?? earliest;
  let weeks = Math.max(0, Math.floor((earliest - opensIn(0)) / (DAYS_IN_WEEK * DAY)));
  while (opensIn(weeks) < earliest) weeks += 1;
  for (let tried = weeks; tried < weeks + MOST_WEEKS_TRIED; tried += 1) {
    const found = moved(tried);
    if (found.every((round) => plannedRoundIssues(round, timeZone, "").length === 0)) return found;
  }
  return moved(weeks);
}
