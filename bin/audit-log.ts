import { createPublicKey } from "node:crypto";
import { connectBallot, connectRegistry } from "@/db/connect";
import { everyLog } from "./audit/every-log";

// `npm run audit:log`: checks the log of hosts' acts of every consultation in DATABASE_URL. Where it is given
// BALLOT_DATABASE_URL it asks the ballot box's copy of the manifest too, and where MANIFEST_PUBLIC_KEY its signatures.
const { DATABASE_URL, BALLOT_DATABASE_URL, MANIFEST_PUBLIC_KEY } = process.env;
if (DATABASE_URL === undefined) {
  console.error("Set DATABASE_URL to the registry's postgres:// address.");
  process.exit(1);
}
const registry = connectRegistry(DATABASE_URL);
const box = BALLOT_DATABASE_URL === undefined ? null : connectBallot(BALLOT_DATABASE_URL);
const key =
  MANIFEST_PUBLIC_KEY === undefined
    ? null
    : createPublicKey(Buffer.from(MANIFEST_PUBLIC_KEY, "base64").toString("utf8"));
const lines = await everyLog(registry.db, { box: box?.db ?? null, key });
await Promise.all([registry.end(), box?.end()]);
for (const { line } of lines) console.log(line);
if (box === null)
  console.log("The ballot box's copy of the manifest was not asked: set BALLOT_DATABASE_URL.");
if (key === null) console.log("The manifest's signatures were not checked: set MANIFEST_PUBLIC_KEY.");
process.exit(lines.every(({ holds }) => holds) ? 0 : 1);
