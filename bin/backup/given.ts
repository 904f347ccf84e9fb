import { Obstacle } from "./obstacle";

/** What the environment gives under a name. Throws an obstacle that names it where it gives nothing. */
export function given(name: "DATABASE_URL" | "BALLOT_DATABASE_URL" | "BACKUP_RECIPIENT"): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Obstacle(`Set ${name}.`);
  return value;
}
