import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { given } from "./backup/given";
import { noteTaken } from "./backup/note";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";
import { backUpBoth, backUpOne, type Target } from "./backup/save";
import { newKeyPair } from "./backup/sealing";

const USAGE = `npm run backup -- --registry FILE --ballot FILE   both databases, in one situation
npm run backup -- --registry FILE                 the registry alone
npm run backup -- --ballot FILE                   the ballot box alone
npm run backup -- --new-key FILE                  makes a key pair: the private key goes into FILE, the public one is printed

DATABASE_URL and BALLOT_DATABASE_URL say where the databases are, BACKUP_RECIPIENT to which public key the files are
encrypted; --replace writes over a backup that is there, once the new one is whole.`;

async function makeKey(file: string): Promise<void> {
  if (existsSync(file)) throw new Obstacle(`${file} is there already. Name another file.`);
  const { identity, recipient } = await newKeyPair();
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: "wx" });
  console.log(`BACKUP_RECIPIENT=${recipient}`);
  console.log(`Keep ${file} away from this machine and from the backups. Without it no backup can be read.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      registry: { type: "string" },
      ballot: { type: "string" },
      "new-key": { type: "string" },
      replace: { type: "boolean", default: false },
    },
  });
  const { registry, ballot, replace, "new-key": newKey } = values;
  if (newKey !== undefined) return makeKey(newKey);
  const to = (file: string): Target => ({ file, replace, recipient: given("BACKUP_RECIPIENT") });
  if (registry !== undefined && ballot !== undefined)
    await backUpBoth(
      { registry: given("DATABASE_URL"), ballot: given("BALLOT_DATABASE_URL") },
      { registry: to(registry), ballot: to(ballot) },
    );
  else if (registry !== undefined) await backUpOne("registry", given("DATABASE_URL"), to(registry));
  else if (ballot !== undefined) await backUpOne("ballot", given("BALLOT_DATABASE_URL"), to(ballot));
  else throw new Obstacle(USAGE);
  for (const file of [registry, ballot]) if (file !== undefined) console.log(`${file} is written.`);
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL !== undefined)
    await noteTaken(DATABASE_URL, [
      ...(registry !== undefined ? (["registry"] as const) : []),
      ...(ballot !== undefined ? (["ballot"] as const) : []),
    ]).catch(() => console.error("The backup is whole; the status page could not be told of it."));
}

// `npm run backup`: both clusters, each to an encrypted file of its own.
await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error));
  process.exitCode = 1;
});
