/** Why a backup, a restore or a deletion cannot be done, in a sentence that says what to do next. It never holds a value of a row. */
export class Obstacle extends Error {}

/**
 * What to say of anything that was thrown, with what then holds. Errors of a database carry the rows that they are about: of
 * those the code alone.
 */
export function sentenceOfFailure(
  error: unknown,
  then = "A backup or a restore that fails leaves nothing behind; try again.",
): string {
  if (error instanceof Obstacle) return error.message;
  // What was typed was not understood; the platform says which part.
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    return error.message;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  const name = error instanceof Error ? error.name : typeof error;
  return `It failed: ${name}${code}. ${then}`;
}
