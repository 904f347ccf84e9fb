import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { connectRegistry } from "@/db/connect";
import { Refusal } from "@/domain/refusal";
import { noteReturned } from "@/server/mail/returned";
import { sentenceOf } from "@/server/words";

/** What mail servers take for "keep the message and try again later" (`EX_TEMPFAIL` of sysexits). */
const TRY_AGAIN = 75;

/**
 * Notes a message that came back, in the registry at `url`. One that reports no failure, as an automatic reply does, ends
 * well: else the mail server would send what is said here to whoever wrote it. Where the registry does not answer, the mail
 * server is asked to try again, so that no report is lost.
 */
export async function noteBounce(url: string, message: string): Promise<{ said: string; code: number }> {
  const { db, end } = connectRegistry(url);
  try {
    const noting = { personId: null, consultationId: null, now: new Date() };
    const { delegations } = await noteReturned(db, message, noting);
    return {
      said: `Noted for ${delegations.length === 1 ? "one seat" : `${delegations.length} seats`}.`,
      code: 0,
    };
  } catch (error) {
    if (error instanceof Refusal) return { said: sentenceOf(error), code: 0 };
    return { said: "Nothing was noted: the registry did not take it. Try again later.", code: TRY_AGAIN };
  } finally {
    await end();
  }
}

// `npm run mail:bounce < message`: what a mail server pipes a message to that came back to the sender's address.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL;
  if (url === undefined) {
    console.error("Set DATABASE_URL to the registry's postgres:// address.");
    process.exit(TRY_AGAIN);
  }
  const { said, code } = await noteBounce(url, await text(process.stdin));
  console.log(said);
  process.exitCode = code;
}
