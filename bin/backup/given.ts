import { Obstacle } from "./obstacle";

type Wanted =
  | "DATABASE_URL"
  | "BALLOT_DATABASE_URL"
  | "BACKUP_RECIPIENT"
  | "KEY_ENCRYPTION_KEY"
  | "NEW_KEY_ENCRYPTION_KEY";

/** What the environment gives under a name. Throws an obstacle that names it where it gives nothing, or no address where one is asked for. */
export function given(name: Wanted): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Obstacle(`Set ${name}.`);
  if (name.endsWith("DATABASE_URL") && !(/^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value)))
    throw new Obstacle(`${name} must be a postgres:// address.`);
  return value;
}
