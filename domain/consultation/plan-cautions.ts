import type { Issue } from "@/domain/issue";

/** A round as it is planned; a moment that cannot be read is null. */
export type TimedRound = {
  readonly number: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
};

/** Days that a round may be open before it is asked whether that is meant: a slip of a digit makes years of weeks. */
const MOST_DAYS_OPEN = 120;
const DAY = 86_400_000;

/**
 * What hosts are told of one round's plan and may mean all the same: dates that overlap or stand in another order than the
 * rounds, that have passed, or that leave it open for months. Only one round is open at a time.
 */
export function planCautions(round: TimedRound, all: readonly TimedRound[], now: Date | null): Issue[] {
  const { number, opensAt, closesAt } = round;
  const cautions: Issue[] = [];
  const before = all
    .filter((other) => other.number < number && other.closesAt !== null && opensAt !== null)
    .findLast((other) => (other.closesAt ?? 0) > (opensAt ?? 0));
  if (before !== undefined)
    cautions.push({ code: "opens_before_earlier_closes", values: { number, before: before.number } });
  if (now !== null && opensAt !== null && opensAt <= now)
    cautions.push({ code: "opening_planned_past", values: { number } });
  const days = opensAt === null || closesAt === null ? 0 : (closesAt.getTime() - opensAt.getTime()) / DAY;
  if (days > MOST_DAYS_OPEN)
    cautions.push({ code: "open_for_months", values: { number, days: Math.round(days) } });
  return cautions;
}
