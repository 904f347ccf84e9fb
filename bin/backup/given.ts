import { Obstacle } from "./obstacle";

type Wanted =
  | "DATABASE_URL"
  | "BALLOT_DATABASE_URL"
  | "BACKUP_RECIPIENT"
  | "KEY_ENCRYPTION_KEY"
  | "NEW_KEY_ENCRYPTION_KEY";

/** What the environment gives under a name. Throws an obstacle that names it where it gives nothing. */
export function given(name: Wanted): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Obstacle(`Set ${name}.`);
  return value;
}
