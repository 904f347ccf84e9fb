import { migrateBallot, migrateRegistry } from "@/db/migrate";

// `npm run migrate`: brings the databases that this process is given up to date.
const { DATABASE_URL, BALLOT_DATABASE_URL } = process.env;
if (DATABASE_URL === undefined && BALLOT_DATABASE_URL === undefined) {
  console.error("Set DATABASE_URL, BALLOT_DATABASE_URL or both: nothing was migrated.");
  process.exit(1);
}
if (DATABASE_URL !== undefined) await migrateRegistry(DATABASE_URL);
if (BALLOT_DATABASE_URL !== undefined) await migrateBallot(BALLOT_DATABASE_URL);
