/** What one mail is: its mailing, its seat, and the sending, drawn anew each time that it is sent on purpose. */
export type MailIdentity = { readonly mailingId: string; readonly seatId: string; readonly sending: string };

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const OURS = new RegExp(`<(${UUID})\\.(${UUID})\\.(${UUID})@[^<>\\s]+>`, "gi");

/**
 * The Message-ID of a mail: the same whenever the same sending is done again, as after a kill, so that a mailbox can tell
 * the repeat. It names the seat by its number alone; what comes back names it again.
 */
export const messageIdOf = ({ mailingId, seatId, sending }: MailIdentity, host: string): string =>
  `<${mailingId}.${seatId}.${sending}@${host}>`;

/** The mails that a text names by their Message-ID, each sending once. */
export function mailsNamedIn(text: string): MailIdentity[] {
  const found = [...text.matchAll(OURS)].map(([, mailingId = "", seatId = "", sending = ""]) => ({
    mailingId: mailingId.toLowerCase(),
    seatId: seatId.toLowerCase(),
    sending: sending.toLowerCase(),
  }));
  return [...new Map(found.map((mail) => [Object.values(mail).join(" "), mail])).values()];
}
