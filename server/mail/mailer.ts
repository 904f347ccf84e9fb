import "server-only";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { type MailIdentity, messageIdOf } from "@/domain/mail/message-id";
import { keptReply } from "@/domain/mail/reply";
import { html, plainText, type Written } from "@/domain/mail/written";
import type { RegistryEnv } from "@/server/env";

/** What became of a mail, in the server's own words where it refused the mail or some of its addresses. */
export type Outcome =
  | { readonly kind: "sent"; readonly said: string | null }
  | { readonly kind: "refused"; readonly said: string }
  /** Nothing final: the server said that it may be tried again, or nothing at all (null). */
  | { readonly kind: "deferred"; readonly said: string | null };

export type Mailer = {
  readonly send: (to: readonly string[], mail: MailIdentity, written: Written) => Promise<Outcome>;
  readonly close: () => void;
};

/** Mails on their way at the same time. */
export const AT_ONCE = 5;

/** What nodemailer adds to an error where the server replied. */
type SmtpError = { readonly response?: string; readonly responseCode?: number };

function refusalOf(error: unknown): Outcome {
  const { response, responseCode } = error instanceof Error ? (error as SmtpError) : {}; // nodemailer's errors
  if (response === undefined) return { kind: "deferred", said: null };
  const final = responseCode !== undefined && responseCode >= 500;
  return { kind: final ? "refused" : "deferred", said: keptReply(response) };
}

/** The replies to the addresses that were refused, of a mail that others got. */
function partlyRefused(info: SMTPTransport.SentMessageInfo): string | null {
  const { rejectedErrors = [] } = info as { rejectedErrors?: readonly SmtpError[] }; // its types leave them out
  const replies = rejectedErrors.flatMap(({ response }) => response ?? []);
  return replies.length === 0 ? null : keptReply(replies.join(" / "));
}

const SETTINGS = {
  pool: true,
  maxConnections: AT_ONCE,
  // Who tries again, and when, is for the jobs to say.
  maxRequeues: 0,
  // Milliseconds.
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
  disableFileAccess: true,
  disableUrlAccess: true,
};

/** Sends mails through the instance's mail server, over a few connections that it keeps. */
export function mailerFor({
  SMTP_URL,
  AUTH_EMAIL_FROM,
}: Pick<RegistryEnv, "SMTP_URL" | "AUTH_EMAIL_FROM">): Mailer {
  // Beside an address the library takes no other settings than those that stand in it.
  const address = new URL(SMTP_URL);
  for (const [name, setting] of Object.entries(SETTINGS)) address.searchParams.set(name, String(setting));
  const transport = createTransport(address.href);
  const host = /@([^\s>@]+)>?\s*$/.exec(AUTH_EMAIL_FROM)?.[1] ?? "localhost";
  return {
    send: async (to, mail, written) => {
      try {
        const info = await transport.sendMail({
          from: AUTH_EMAIL_FROM,
          to: [...to],
          subject: written.subject,
          text: plainText(written),
          html: html(written, "en"),
          messageId: messageIdOf(mail, host),
          // So that nobody's absence is answered to it.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { kind: "sent", said: partlyRefused(info) };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}
