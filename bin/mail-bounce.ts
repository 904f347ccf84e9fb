import { text } from "node:stream/consumers";
import { connectRegistry } from "@/db/connect";
import { Refusal } from "@/domain/refusal";
import { noteReturned } from "@/server/mail/returned";
import { sentenceOf } from "@/server/words";

// `npm run mail:bounce < message`: what a mail server pipes a message to that came back to the sender's address.
const url = process.env.DATABASE_URL;
if (url === undefined) {
  console.error("Set DATABASE_URL to the registry's postgres:// address.");
  process.exit(1);
}
const message = await text(process.stdin);
const { db, end } = connectRegistry(url);
try {
  const { delegations } = await noteReturned(db, message, {
    personId: null,
    consultationId: null,
    now: new Date(),
  });
  console.log(`Noted for ${delegations.length === 1 ? "one seat" : `${delegations.length} seats`}.`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(sentenceOf(error));
  process.exitCode = 1;
} finally {
  await end();
}
