/** Most characters of the reason with which new credentials are asked for. */
export const MOST_REASON = 500;

/** A reason as it is kept, or null where there is none or it is too long. */
export function replacementReason(given: string): string | null {
  const reason = given.trim();
  return reason.length > 0 && reason.length <= MOST_REASON ? reason : null;
}
