import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutboxMail } from "../outbox";

function mailsIn(outbox: string): OutboxMail[] {
  return (
    readdirSync(outbox)
      .sort()
      // Written by the demonstration's own mail server in this very shape.
      .map((name) => JSON.parse(readFileSync(join(outbox, name), "utf8")) as OutboxMail)
  );
}

/**
 * Asks the sign-in page to mail a link to this address, as a browser would, and takes it from the outbox. It works once,
 * for half an hour. Throws where no mail comes.
 */
export async function mailedSignInLink(baseUrl: string, outbox: string, email: string): Promise<string> {
  const before = mailsIn(outbox).length;
  const csrf = await fetch(new URL("/api/auth/csrf", baseUrl));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }; // next-auth's reply has this one field
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  await fetch(new URL("/api/auth/signin/email", baseUrl), {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ csrfToken, email, callbackUrl: "/consultations", json: "true" }),
    redirect: "manual",
  });
  const link = mailsIn(outbox)
    .slice(before)
    .find(({ to }) => to === email)?.links[0];
  if (link === undefined) throw new Error(`No sign-in link was mailed to ${email}.`);
  return link;
}
