import { createPublicKey, type KeyObject } from "node:crypto";
import { connectBallot, connectRegistry } from "@/db/connect";
import { everyLog } from "./audit/every-log";
import { given } from "./backup/given";
import { Obstacle, sentenceOfFailure } from "./backup/obstacle";

/** The key that signs the manifest, where the environment gives its public half. */
function manifestKey(): KeyObject | null {
  const { MANIFEST_PUBLIC_KEY } = process.env;
  if (!MANIFEST_PUBLIC_KEY) return null;
  try {
    return createPublicKey(Buffer.from(MANIFEST_PUBLIC_KEY, "base64").toString("utf8"));
  } catch {
    throw new Obstacle("MANIFEST_PUBLIC_KEY must be an Ed25519 public key in PEM, in base64.");
  }
}

// `npm run audit:log`: checks the log of hosts' acts of every consultation in DATABASE_URL. Where it is given
// BALLOT_DATABASE_URL it asks the ballot box's copy of the manifest too, and where MANIFEST_PUBLIC_KEY its signatures.
async function main(): Promise<number> {
  const key = manifestKey();
  const registry = connectRegistry(given("DATABASE_URL"));
  const box = process.env.BALLOT_DATABASE_URL ? connectBallot(given("BALLOT_DATABASE_URL")) : null;
  try {
    const lines = await everyLog(registry.db, { box: box?.db ?? null, key });
    for (const { line } of lines) console.log(line);
    if (box === null)
      console.log("The ballot box's copy of the manifest was not asked: set BALLOT_DATABASE_URL.");
    if (key === null) console.log("The manifest's signatures were not checked: set MANIFEST_PUBLIC_KEY.");
    return lines.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    await Promise.all([registry.end(), box?.end()]);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, "Nothing was checked to its end; try again."));
  return 1;
});
