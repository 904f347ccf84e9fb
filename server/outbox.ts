import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { commonEnv } from "./env";

/** A mail that the demonstration's own mail server kept instead of sending. */
export type OutboxMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
};

/** The mails of the demonstration, newest first; null everywhere else. */
export async function outbox(): Promise<OutboxMail[] | null> {
  const directory = commonEnv().TDT_OUTBOX;
  if (directory === undefined) return null;
  const names = (await readdir(directory)).sort().reverse().slice(0, 50);
  // Written by the demonstration's mail server in this very shape.
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(directory, name), "utf8")) as OutboxMail),
  );
}
