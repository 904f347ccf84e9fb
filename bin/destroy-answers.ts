import { connectBallot, connectRegistry } from "@/db/connect";
import { destroyAllDue } from "@/server/themes/destruction";
import { given } from "./backup/given";
import { sentenceOfFailure } from "./backup/obstacle";

// `npm run answers:destroy`: destroys the open answers whose day has come, in every consultation. The bench does so too,
// when somebody comes to it; run this once a day, so that it does not wait for anybody.
async function main(): Promise<void> {
  const registry = connectRegistry(given("DATABASE_URL"));
  const ballot = connectBallot(given("BALLOT_DATABASE_URL"));
  try {
    const count = await destroyAllDue({ registry: registry.db, ballot: ballot.db, now: new Date() });
    console.log(`Open answers of ${count} consultation${count === 1 ? "" : "s"} were due and are destroyed.`);
  } finally {
    await Promise.all([registry.end(), ballot.end()]);
  }
}

await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, "Answers that are due may be left; try again."));
  process.exitCode = 1;
});
