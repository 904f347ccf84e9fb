import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries, invitations, mailings, rounds, seatAddresses, seats } from "@/db/registry/schema";
import { seatName } from "@/domain/consultation/seat-name";
import type { MailIdentity } from "@/domain/mail/message-id";
import { stillTrue } from "@/domain/mail/notice";
import type { Written } from "@/domain/mail/written";
import { hasEnded } from "@/server/enrolment/ended";
import { sha256 } from "@/server/hashing";
import type { Occasion } from "@/server/jobs/work";
import { lockSeats } from "@/server/panel/commands";
import { type LinkMaking, newLinks } from "@/server/panel/links";
import { words } from "@/server/words";
import { composed } from "./composed";
import type { Mailer, Outcome } from "./mailer";

/** What mail is sent with: the registry, the way to the mail server, and what links are made of. */
export type Posting = LinkMaking & { readonly db: RegistryDatabase; readonly mailer: Mailer };

type Addressed = {
  readonly to: readonly string[];
  readonly written: Written;
  readonly token: Uint8Array | null;
};

const ofMail = ({ mailingId, seatId }: MailIdentity) =>
  and(eq(deliveries.mailingId, mailingId), eq(deliveries.seatId, seatId));

/** A new link for a seat, unless it has enrolled or the consultation has ended; the token is nowhere but in what is sent. */
async function linkFor(tx: RegistryDatabase, consultationId: string, seatId: string, making: LinkMaking) {
  const [locked] = await lockSeats(tx, consultationId, [seatId]);
  if (locked === undefined || locked.enrolled || (await hasEnded(tx, consultationId))) return null;
  const token = making.newToken();
  const [made] = await newLinks(tx, consultationId, [locked], false, { ...making, newToken: () => token });
  return made === undefined ? null : { token, link: made.link };
}

/**
 * The mail as it is to be sent now, with the token of an invitation stored as its hash in the same transaction; `needless`
 * where an invited seat has enrolled meanwhile, and null where there is none to send any more.
 */
async function addressed(
  tx: RegistryDatabase,
  mail: MailIdentity,
  now: Date,
  making: LinkMaking,
): Promise<Addressed | "needless" | null> {
  const [found] = await tx
    .select({
      mailing: mailings,
      delegation: seats.delegation,
      place: seats.place,
      state: deliveries.state,
      round: { stage: rounds.stage, closesAt: rounds.closesAt },
    })
    .from(deliveries)
    .innerJoin(mailings, eq(mailings.id, deliveries.mailingId))
    .innerJoin(seats, eq(seats.id, deliveries.seatId))
    .leftJoin(rounds, eq(rounds.id, mailings.roundId))
    .where(ofMail(mail));
  if (found?.state !== "waiting") return null;
  const { mailing, round } = found;
  if (!stillTrue(mailing.kind, mailing.closesAt, round, now)) return null;
  const to = await tx
    .select({ address: seatAddresses.address })
    .from(seatAddresses)
    .where(eq(seatAddresses.seatId, mail.seatId))
    .orderBy(seatAddresses.address);
  if (to.length === 0) return null;
  const made =
    mailing.kind === "invitation"
      ? await linkFor(tx, mailing.consultationId, mail.seatId, making)
      : undefined;
  if (made === null) return "needless";
  const addressee = { delegation: seatName(found), link: made?.link ?? null };
  return {
    to: to.map(({ address }) => address),
    written: await composed(tx, mailing, addressee, making.publicUrl),
    token: made?.token ?? null,
  };
}

/** Notes what became of a mail. A token that was sent to nobody is forgotten. */
async function noted(
  db: RegistryDatabase,
  mail: MailIdentity,
  token: Uint8Array | null,
  outcome: Outcome,
  over: boolean,
) {
  const { kind, said } = outcome;
  const why = kind === "sent" ? said : (said ?? words("mailing.noReply"));
  const state = kind === "sent" ? "sent" : kind === "refused" || over ? "failed" : "waiting";
  await db.transaction(async (tx) => {
    // Where no reply came, the mail may have gone out: then its link must hold.
    if (token !== null && kind !== "sent" && said !== null)
      await tx.delete(invitations).where(eq(invitations.tokenHash, sha256(token)));
    await tx.update(deliveries).set({ state, said: why }).where(ofMail(mail));
  });
}

/** Thrown so that a mail is tried again later. */
class Deferred extends Error {}

/**
 * Sends one mail. Done again after a kill it sends the same mail once more, under the same Message-ID and, where it
 * invites, with a new link; the earlier one holds as well, until the seat enrols.
 */
export async function deliver(
  mail: MailIdentity,
  { now, lastTry }: Occasion,
  posting: Posting,
): Promise<void> {
  const { db, mailer } = posting;
  const ready = await db.transaction((tx) => addressed(tx, mail, now, posting));
  const waiting = and(ofMail(mail), eq(deliveries.state, "waiting"));
  if (ready === null) {
    await db.delete(deliveries).where(waiting);
    return;
  }
  if (ready === "needless") {
    // As of every seat that had enrolled before: one that is missing would tell between which times it did.
    await db.update(deliveries).set({ state: "sent", said: null }).where(waiting);
    return;
  }
  const outcome = await mailer.send(ready.to, mail, ready.written);
  await noted(db, mail, ready.token, outcome, lastTry);
  if (outcome.kind === "deferred" && !lastTry) throw new Deferred();
}
