import { parseArgs } from "node:util";
import { given } from "./backup/given";
import { restoreOne } from "./backup/load";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";
import { identitiesIn } from "./backup/sealing";

const USAGE = `npm run restore -- --ballot FILE --registry FILE --identity FILE

Restores into databases that have nothing in them: DATABASE_URL and BALLOT_DATABASE_URL. One of the two may be left out.
--identity names the file with the private key of age.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      registry: { type: "string" },
      ballot: { type: "string" },
      identity: { type: "string" },
    },
  });
  const { registry, ballot, identity } = values;
  if (identity === undefined || (registry === undefined && ballot === undefined)) throw new Obstacle(USAGE);
  const identities = identitiesIn(identity);
  const urls = {
    ...(registry !== undefined && { registry: given("DATABASE_URL") }),
    ...(ballot !== undefined && { ballot: given("BALLOT_DATABASE_URL") }),
  };
  // The ballot first: the registry is then held against it.
  if (ballot !== undefined && urls.ballot !== undefined) {
    const { rows } = await restoreOne("ballot", urls.ballot, { file: ballot, identities });
    console.log(`The ballot box is restored: ${rows} rows.`);
  }
  if (registry !== undefined && urls.registry !== undefined) {
    const boxUrl = process.env.BALLOT_DATABASE_URL;
    const source = { file: registry, identities };
    const { rows, again } = await restoreOne("registry", urls.registry, source, boxUrl).catch(
      (error: unknown) => {
        if (ballot !== undefined)
          console.error("The ballot box stays restored: try again with --registry alone, or empty both.");
        throw error;
      },
    );
    console.log(`The registry is restored: ${rows} rows.`);
    if (boxUrl === undefined)
      console.log("It was not held against the ballot box: BALLOT_DATABASE_URL is not set.");
    if (again > 0)
      console.log(
        `${again} entries of the manifest are to be pushed to the ballot box again: open the consultation as its host.`,
      );
  }
}

// `npm run restore`: from the files of `npm run backup`, into empty databases.
await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error));
  process.exitCode = 1;
});
