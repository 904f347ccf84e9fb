import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as the outbox page shows it. */
export type OutboxMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
};

/** Starts a mail server on 127.0.0.1 that sends nothing on: each mail becomes a JSON file in `directory`. */
export async function startOutbox(
  directory: string,
): Promise<{ url: string; directory: string; stop: () => Promise<void> }> {
  mkdirSync(directory, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((parsed) => {
          const text = parsed.text ?? "";
          const to = Array.isArray(parsed.to) ? parsed.to : parsed.to === undefined ? [] : [parsed.to];
          const mail: OutboxMail = {
            to: to.map((address) => address.text).join(", "),
            subject: parsed.subject ?? "",
            text,
            html: parsed.html || "",
            links: text.match(/https?:\/\/\S+/g) ?? [],
          };
          count += 1;
          const name = `${Date.now()}-${String(count).padStart(5, "0")}.json`;
          writeFileSync(join(directory, name), JSON.stringify(mail, null, 2), { mode: 0o600 });
          done();
        })
        .catch(done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    directory,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
