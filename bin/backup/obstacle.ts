/** Why a backup, a restore or a deletion cannot be done, in a sentence that says what to do next. It never holds a value of a row. */
export class Obstacle extends Error {}

/** What codes of the system and of PostgreSQL mean to whoever runs a command, and what to do. */
const MEANINGS: readonly (readonly [codes: readonly string[], meaning: string])[] = [
  [
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "CONNECT_TIMEOUT"],
    "A database does not answer. See that it runs and that its address is right.",
  ],
  [["28P01", "28000"], "A database refuses the role or the password that stand in its address."],
  [["3D000"], "There is no database of the name in one of the addresses. Make it: npm run database:make."],
  [["42P01", "3F000", "42703"], "A database is not migrated. Do that first: npm run migrate."],
  [["42501"], "The role in the address of a database does not own what it is to change."],
  [["ERR_INVALID_URL"], "An address is none. That of a database begins with postgres://."],
  [["ENOSPC", "EDQUOT", "53100"], "There is no room left on the disk."],
  [["EACCES", "EPERM", "EROFS"], "This account may not read or write there."],
  [["ENOENT", "ENOTDIR"], "A file or a folder that was named is not there."],
  [["EEXIST"], "A file is there already, or one was named twice."],
  [["EISDIR"], "A folder was named where a file is asked for."],
];

/** The code of whatever was thrown, or of its cause, where a library wraps it. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return "code" in error ? String(error.code) : codeOf(error.cause);
}

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
  const code = codeOf(error);
  const [, meaning] = MEANINGS.find(([codes]) => codes.includes(code ?? "")) ?? [];
  if (meaning !== undefined) return `It failed: ${meaning} (${code}) ${then}`;
  const name = error instanceof Error ? error.name : typeof error;
  return `It failed: ${name}${code === null ? "" : ` (${code})`}. ${then}`;
}
