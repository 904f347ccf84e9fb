import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { simpleParser } from "mailparser";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries, mailings, seats } from "@/db/registry/schema";
import { seatName } from "@/domain/consultation/seat-name";
import { type MailIdentity, mailsNamedIn } from "@/domain/mail/message-id";
import { keptReply } from "@/domain/mail/reply";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";

/** What a message that came back says (RFC 3464): of which mails of ours, and why, in the words of the server that refused. */
type Returned = { readonly mails: readonly MailIdentity[]; readonly said: string };

/** A field of a delivery report, with the lines that go on with it. */
function fieldOf(report: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im").exec(report)?.[1];
  return found === undefined ? null : found.replace(/\s+/g, " ").trim();
}

/** What a report says of one recipient after the other, parted by empty lines: the first for whom delivery has failed for good. */
const failureIn = (report: string): string | undefined =>
  report.split(/\r?\n[ \t]*\r?\n/).find((group) => fieldOf(group, "Action")?.toLowerCase() === "failed");

/** Reads a message that came back, whole or as a mail program shows it. Throws `mail_not_returned`, `no_mail_named`. */
async function readReturned(message: string): Promise<Returned> {
  const parsed = await simpleParser(message);
  // The report stands in the parsed text, the mail that came back among what is attached.
  const parts = [
    parsed.text ?? "",
    ...parsed.attachments.map(({ content }) => content.toString("utf8")),
    message,
  ];
  const failure = parts.map(failureIn).find((group) => group !== undefined);
  if (failure === undefined) throw new Refusal("mail_not_returned");
  const mails = mailsNamedIn(parts.join("\n"));
  if (mails.length === 0) throw new Refusal("no_mail_named");
  const reply = fieldOf(failure, "Diagnostic-Code")?.replace(/^smtp; */i, "") ?? fieldOf(failure, "Status");
  return { mails, said: keptReply(reply ?? "") };
}

/** Who noted it: a host in a consultation, or the command line (null), which may name any. */
type Noting = {
  readonly personId: string | null;
  readonly consultationId: string | null;
  readonly now: Date;
};

/** The mails of ours that are there, by consultation; `current` is whether nothing was sent to the seat since. */
async function known(tx: RegistryDatabase, mails: readonly MailIdentity[], consultationId: string | null) {
  const found = [];
  for (const mail of mails) {
    const [delivery] = await tx
      .select({
        consultationId: mailings.consultationId,
        delegation: seats.delegation,
        place: seats.place,
        // Mails that were sent before sendings were kept have none.
        current: sql<boolean>`${deliveries.state} <> 'waiting' AND coalesce(${deliveries.sending} = ${mail.sending}::uuid, true)`,
      })
      .from(deliveries)
      .innerJoin(mailings, eq(mailings.id, deliveries.mailingId))
      .innerJoin(seats, eq(seats.id, deliveries.seatId))
      .where(
        and(
          eq(deliveries.mailingId, mail.mailingId),
          eq(deliveries.seatId, mail.seatId),
          consultationId === null ? undefined : eq(mailings.consultationId, consultationId),
        ),
      )
      // Nobody sends another meanwhile.
      .for("update", { of: deliveries });
    if (delivery !== undefined) found.push({ ...mail, ...delivery, delegation: seatName(delivery) });
  }
  if (found.length === 0) throw new Refusal("no_mail_named");
  const current = found.filter((mail) => mail.current);
  if (current.length === 0) throw new Refusal("mail_sent_again");
  return Map.groupBy(current, (mail) => mail.consultationId);
}

/**
 * Notes that mails came back, as the message says that brought them back. Gives the delegations. Throws
 * `mail_not_returned` where it reports no failure for good, `no_mail_named` where it is about no mail of ours, and
 * `mail_sent_again` where another was sent to the seat since, of which it says nothing.
 */
export async function noteReturned(
  db: RegistryDatabase,
  message: string,
  { personId, consultationId, now }: Noting,
): Promise<{ delegations: string[] }> {
  const { mails, said } = await readReturned(message);
  return db.transaction(async (tx) => {
    const byConsultation = await known(tx, mails, consultationId);
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
