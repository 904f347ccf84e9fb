import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { OutboxMail } from "@/bin/outbox";

/** All mails to an address, the oldest first. */
export function mailsTo(address: string): OutboxMail[] {
  const outbox = process.env.TDT_OUTBOX ?? "";
  return (
    readdirSync(outbox)
      .sort()
      // Written by the mail server of bin/outbox.ts.
      .map((name) => JSON.parse(readFileSync(join(outbox, name), "utf8")) as OutboxMail)
      .filter(({ to }) => to === address)
  );
}

/** The link in the so-manieth mail to an address, once it has come. */
export async function linkMailedTo(address: string, number = 1): Promise<string> {
  await expect.poll(() => mailsTo(address).length).toBeGreaterThanOrEqual(number);
  const [link] = mailsTo(address)[number - 1]?.links ?? [];
  if (link === undefined) throw new Error(`The mail to ${address} has no link.`);
  return link;
}
