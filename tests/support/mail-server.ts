import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Received = {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ParsedMail["headers"];
};

/** What a server replies where it refuses. */
export type Refusing = { readonly code: number; readonly said: string };
type Behaviour = {
  /** What it replies to a recipient; null where it takes the mail. */
  readonly refuses?: (address: string) => Refusing | null;
  /** Milliseconds before it says that it has a mail. */
  readonly delay?: number;
};

const refusal = ({ code, said }: Refusing) => Object.assign(new Error(said), { responseCode: code });

/** A real mail server on 127.0.0.1 that keeps what it receives. */
export async function mailServer({ refuses = () => null, delay = 0 }: Behaviour = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      const refusing = refuses(address);
      done(refusing === null ? null : refusal(refusing));
    },
    onData: (stream, { envelope }, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          received.push({
            to: envelope.rcptTo.map(({ address }) => address),
            messageId: mail.messageId ?? "",
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html || "",
            headers: mail.headers,
          });
          await new Promise((resolve) => setTimeout(resolve, delay));
          done();
        })
        .catch(done);
    },
  });
  // A client that is killed cuts its connection.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
