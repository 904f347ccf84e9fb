import { parseArgs } from "node:util";
import { connectBallot, connectRegistry } from "@/db/connect";
import { bucketAt } from "@/server/background-papers/object-store";
import { bucketEnv } from "@/server/env";
import { given } from "./backup/given";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";
import { deleteConsultation, deleteFromBallot, refuseInBallot } from "./deletion";

const USAGE = `npm run consultation:delete -- --slug ADDRESS --title "EXACT TITLE"   from both databases
npm run consultation:delete -- --id UUID                               from the ballot box, where it is run apart

DATABASE_URL and BALLOT_DATABASE_URL say where the databases are, S3_… where background papers lie that are in a bucket. --even-open deletes one with a round that is open, and
the answers that have come. Nothing brings a deleted consultation back but a backup.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      slug: { type: "string" },
      title: { type: "string" },
      id: { type: "string" },
      "even-open": { type: "boolean", default: false },
    },
  });
  const { slug, title, id, "even-open": evenOpen } = values;
  const ballot = connectBallot(given("BALLOT_DATABASE_URL"));
  const registry = process.env.DATABASE_URL ? connectRegistry(given("DATABASE_URL")) : null;
  try {
    if (registry === null && id !== undefined) {
      if (!/^[0-9a-f-]{36}$/i.test(id))
        throw new Obstacle("--id is the id of the consultation, as its manifest names it.");
      await refuseInBallot(ballot.db, id, evenOpen);
      await deleteFromBallot(ballot.db, id);
      console.log(`The ballot box holds nothing of ${id} any more.`);
      return;
    }
    if (registry === null || slug === undefined || title === undefined) throw new Obstacle(USAGE);
    const bucket = bucketEnv();
    await deleteConsultation(
      { registry: registry.db, ballot: ballot.db, objects: bucket === null ? null : bucketAt(bucket) },
      { slug, title, evenOpen },
      new Date(),
    );
    console.log(
      `${slug} is deleted from both databases. Backups and write-ahead logs keep it until they go.`,
    );
  } finally {
    await Promise.all([ballot.end(), registry?.end()]);
  }
}

// `npm run consultation:delete`: removes one consultation for good, from both databases, ballot first.
await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, "What of it is left is deleted once the same is asked again."));
  process.exitCode = 1;
});
