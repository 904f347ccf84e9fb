import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { simpleParser } from "mailparser";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries, mailings, seats } from "@/db/registry/schema";
import { type MailIdentity, mailsNamedIn } from "@/domain/mail/message-id";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";

/** Characters of a server's reply that are kept. */
const LONGEST_REPLY = 500;

/** What a message that came back says (RFC 3464): of which mails of ours, and why, in the words of the server that refused. */
type Returned = { readonly mails: readonly MailIdentity[]; readonly said: string };

/** A field of a delivery report, with the lines that go on with it. */
function fieldOf(report: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im").exec(report)?.[1];
  return found === undefined ? null : found.replace(/\s+/g, " ").trim();
}

/** Reads a message that came back, whole or as a mail program shows it. Throws `mail_not_returned`, `no_mail_named`. */
async function readReturned(message: string): Promise<Returned> {
  const parsed = await simpleParser(message);
  // The report stands in the parsed text, the mail that came back among what is attached.
  const parts = [
    parsed.text ?? "",
    ...parsed.attachments.map(({ content }) => content.toString("utf8")),
    message,
  ];
  const report = parts.find((part) => fieldOf(part, "Action") !== null);
  if (report === undefined || fieldOf(report, "Action")?.toLowerCase() !== "failed")
    throw new Refusal("mail_not_returned");
  const mails = mailsNamedIn(parts.join("\n"));
  if (mails.length === 0) throw new Refusal("no_mail_named");
  const reply = fieldOf(report, "Diagnostic-Code")?.replace(/^smtp; */i, "") ?? fieldOf(report, "Status");
  return { mails, said: (reply ?? "").slice(0, LONGEST_REPLY) };
}

/** Who noted it: a host in a consultation, or the command line (null), which may name any. */
type Noting = {
  readonly personId: string | null;
  readonly consultationId: string | null;
  readonly now: Date;
};

/** The mails of ours that are there, by consultation. */
async function known(tx: RegistryDatabase, mails: readonly MailIdentity[], consultationId: string | null) {
  const found = [];
  for (const mail of mails) {
    const [delivery] = await tx
      .select({ consultationId: mailings.consultationId, delegation: seats.delegation })
      .from(deliveries)
      .innerJoin(mailings, eq(mailings.id, deliveries.mailingId))
      .innerJoin(seats, eq(seats.id, deliveries.seatId))
      .where(
        and(
          eq(deliveries.mailingId, mail.mailingId),
          eq(deliveries.seatId, mail.seatId),
          ne(deliveries.state, "waiting"),
          consultationId === null ? undefined : eq(mailings.consultationId, consultationId),
        ),
      );
    if (delivery !== undefined) found.push({ ...mail, ...delivery });
  }
  return Map.groupBy(found, (mail) => mail.consultationId);
}

/**
 * Notes that mails came back, as the message says that brought them back. Gives the delegations. Throws
 * `mail_not_returned` where it reports no failure for good, `no_mail_named` where it is about no mail of ours.
 */
export async function noteReturned(
  db: RegistryDatabase,
  message: string,
  { personId, consultationId, now }: Noting,
): Promise<{ delegations: string[] }> {
  const { mails, said } = await readReturned(message);
  return db.transaction(async (tx) => {
    const byConsultation = await known(tx, mails, consultationId);
    if (byConsultation.size === 0) throw new Refusal("no_mail_named");
    for (const [id, found] of byConsultation) {
      for (const { mailingId, seatId } of found)
        await tx
          .update(deliveries)
          .set({ state: "bounced", said })
          .where(and(eq(deliveries.mailingId, mailingId), eq(deliveries.seatId, seatId)));
      const detail = { delegations: found.map(({ delegation }) => delegation) };
      await audit(tx, { consultationId: id, personId, act: "returned mail noted", detail, at: now });
    }
    return { delegations: [...byConsultation.values()].flat().map(({ delegation }) => delegation) };
  });
}
