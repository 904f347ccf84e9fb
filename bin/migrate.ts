import { migrateBallot, migrateRegistry } from "@/db/migrate";
import { given } from "./backup/given";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";

// `npm run migrate`: brings the databases that this process is given up to date.
async function main(): Promise<void> {
  const { DATABASE_URL, BALLOT_DATABASE_URL } = process.env;
  if (!DATABASE_URL && !BALLOT_DATABASE_URL)
    throw new Obstacle("Set DATABASE_URL, BALLOT_DATABASE_URL or both: nothing was migrated.");
  if (DATABASE_URL) await migrateRegistry(given("DATABASE_URL"));
  if (BALLOT_DATABASE_URL) await migrateBallot(given("BALLOT_DATABASE_URL"));
  console.log("What was named is migrated.");
}

await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, "Each database is migrated whole or not at all; try again."));
  process.exitCode = 1;
});
