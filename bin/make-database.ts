import { ensureDatabase } from "@/db/roles";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";

/** The database of an address, and the role that it belongs to, made by a superuser of its cluster. */
async function made(name: string, superuserName: string): Promise<string | null> {
  const [address, superuser] = [process.env[name], process.env[superuserName]];
  if (address === undefined || superuser === undefined) return null;
  for (const [which, url] of [
    [name, address],
    [superuserName, superuser],
  ] as const)
    if (!/^postgres(ql)?:\/\/\S+$/.test(url) || !URL.canParse(url))
      throw new Obstacle(`${which} must be a postgres:// address.`);
  const { username, password, pathname } = new URL(address);
  const database = pathname.slice(1);
  // Names and a password of ours; they are put into statements about roles, which take no parameters.
  if (![username, password, database].every((text) => /^[A-Za-z0-9_-]+$/.test(text)))
    throw new Obstacle(
      `${name} must name a role, a password and a database in letters, digits, - and _ alone.`,
    );
  const url = (wanted: string) => {
    const at = new URL(superuser);
    at.pathname = `/${wanted}`;
    return at.href;
  };
  await ensureDatabase({ url }, database, { role: username, password });
  return database;
}

// `npm run database:make`: makes the databases that DATABASE_URL and BALLOT_DATABASE_URL name, with roles that own them
// and whose statements PostgreSQL never writes down. The superusers' addresses stand in DATABASE_SUPERUSER_URL and
// BALLOT_DATABASE_SUPERUSER_URL, and no web process is ever given them. It can be done again.
try {
  const databases = [
    await made("DATABASE_URL", "DATABASE_SUPERUSER_URL"),
    await made("BALLOT_DATABASE_URL", "BALLOT_DATABASE_SUPERUSER_URL"),
  ].filter((name) => name !== null);
  if (databases.length === 0)
    throw new Obstacle("Set DATABASE_URL with DATABASE_SUPERUSER_URL, or BALLOT_ of both.");
  console.log(`${databases.join(" and ")} stand ready. Migrate them next: npm run migrate.`);
} catch (error) {
  const isPlain = error instanceof Error && !("code" in error); // of ours, with a sentence of its own
  console.error(
    isPlain ? error.message : sentenceOfFailure(error, "What is there already was kept; try again."),
  );
  process.exitCode = 1;
}
