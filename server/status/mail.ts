import "server-only";
import { createTransport } from "nodemailer";

/** Milliseconds. */
const PATIENCE = 5_000;
/** Characters of a server's words that are shown. */
const LONGEST = 300;

/** Signs in to the mail server without sending anything. What is wrong, in its own words; null where it takes mail. */
export async function mailTrouble(url: string): Promise<string | null> {
  // Beside an address the library takes no other settings than those that stand in it.
  const patient = new URL(url);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    patient.searchParams.set(name, String(PATIENCE));
  const transport = createTransport(patient.href);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const { response, code, message } = error as { response?: string; code?: string; message: string }; // nodemailer's
    // The server's reply where it gave one; else the system's word for why not, of a message that names the address.
    const word = /\bE[A-Z]{3,}\b/.exec(message)?.[0];
    return (response ?? word ?? code ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST);
  } finally {
    transport.close();
  }
}
