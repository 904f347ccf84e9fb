/**
 * Whether every text in a value, names of its parts included, can be kept: neither a NUL, which no database takes, nor
 * half of a character. Goes down without recursion, since whoever sends a value decides how deep it is.
 */
export function isLegible(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string" && (next.includes("\0") || !next.isWellFormed())) return false;
    if (typeof next !== "object" || next === null) continue;
    // An array's places are numbers, and the names of an object are texts like its parts.
    if (!Array.isArray(next)) waiting.push(...Object.keys(next));
    for (const part of Object.values(next)) waiting.push(part);
  }
  return true;
}
