import { connectBallot, connectRegistry } from "@/db/connect";
import { destroyAllDue } from "@/server/themes/destruction";

// `npm run answers:destroy`: destroys the open answers whose day has come, in every consultation. The bench does so too,
// when somebody comes to it; run this once a day, so that it does not wait for anybody.
const { DATABASE_URL, BALLOT_DATABASE_URL } = process.env;
if (DATABASE_URL === undefined || BALLOT_DATABASE_URL === undefined) {
  console.error("Set DATABASE_URL and BALLOT_DATABASE_URL, as for the process that closes rounds.");
  process.exit(1);
}
const registry = connectRegistry(DATABASE_URL);
const ballot = connectBallot(BALLOT_DATABASE_URL);
const count = await destroyAllDue({ registry: registry.db, ballot: ballot.db, now: new Date() });
await Promise.all([registry.end(), ballot.end()]);
console.log(`Open answers of ${count} consultation${count === 1 ? "" : "s"} were due and are destroyed.`);
