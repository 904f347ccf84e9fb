const HOUR = 3_600_000;
/** From so much time on nobody counts seconds. */
const LONG = 24 * HOUR;

const two = (count: number) => String(count).padStart(2, "0");

/**
 * The time until a moment as a clock shows it, "12:40" or "1:02:05"; "0:00" once it has passed, and null where it is a day
 * or more away. A second that has begun counts whole, so that nought means over.
 */
export function countdown(until: string, now: Date): string | null {
  const left = Math.max(0, Date.parse(until) - now.getTime());
  if (left >= LONG) return null;
  const seconds = Math.ceil(left / 1_000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${minutes % 60}:${two(seconds % 60)}`;
  return minutes < 60 ? clock : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Whole seconds until a moment, each counted from its beginning. */
export const secondsUntil = (until: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 1_000));
