import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries, editions, mailings, releases, rounds, seatAddresses, seats } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { type NoticeKind, noticesFitting } from "@/domain/mail/notice";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { queueMail } from "./queue";

/** A notice to all seats: of what, and for which round; without one, of the whole. */
export type Notice = {
  readonly kind: NoticeKind;
  readonly roundId: string | null;
  /** What its hosts write under it, or nothing. */
  readonly note?: string;
};

async function allWithAddress(tx: RegistryDatabase, consultationId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ seatId: seatAddresses.seatId })
    .from(seatAddresses)
    .innerJoin(seats, eq(seats.id, seatAddresses.seatId))
    .where(eq(seats.consultationId, consultationId));
  return rows.map(({ seatId }) => seatId);
}

/**
 * Queues a notice to every seat that has an address, whether or not it has enrolled, in the transaction of what it tells;
 * gives to how many. Nobody having one, or the same scheduled mail having been queued before, there is none. It carries no
 * token, and is recorded by whoever calls.
 */
export async function queueNotice(
  tx: RegistryDatabase,
  consultationId: string,
  { kind, roundId, note = "" }: Notice,
  now: Date,
): Promise<number> {
  const addressed = await allWithAddress(tx, consultationId);
  if (addressed.length === 0) return 0;
  const [round] = roundId === null ? [] : await tx.select().from(rounds).where(eq(rounds.id, roundId));
  const [made] = await tx
    .insert(mailings)
    .values({ consultationId, kind, roundId, note, closesAt: round?.closesAt ?? null, madeAt: now })
    .onConflictDoNothing()
    .returning({ id: mailings.id });
  if (made === undefined) return 0;
  // Sent for the first time, its sending has the number of the mailing itself.
  await queueMail(tx, made.id, addressed, made.id);
  return addressed.length;
}

/** What hosts may tell all seats now, by hand. */
export async function noticesNow(
  db: RegistryDatabase,
  consultationId: string,
): Promise<{ kind: NoticeKind; roundId: string | null; number: number }[]> {
  const all = await db
    .select({ id: rounds.id, number: rounds.number, stage: rounds.stage, publishedAt: releases.publishedAt })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(rounds.number);
  const [report] = await db
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.consultationId, consultationId))
    .limit(1);
  const ofRounds = all.flatMap(({ id, number, stage, publishedAt }) =>
    noticesFitting({ stage, published: publishedAt !== null }).map((kind) => ({ kind, roundId: id, number })),
  );
  return report === undefined
    ? ofRounds
    : [...ofRounds, { kind: "published" as const, roundId: null, number: 0 }];
}

type Setting = { readonly actor: Actor; readonly now: Date };

/** How many notices were made so far. */
const noticesMade = (tx: RegistryDatabase, consultationId: string): Promise<number> =>
  tx.$count(mailings, and(eq(mailings.consultationId, consultationId), ne(mailings.kind, "invitation")));

/**
 * Sends a notice to all by hand, over the number of notices that its host has seen. Throws `notices_changed` where another
 * was sent meanwhile, be it the same by a co-host, `notice_not_now` where it would say what is not so, `nobody_to_mail`.
 */
export async function sendNotice(
  db: RegistryDatabase,
  consultationId: string,
  { seen, ...notice }: Notice & { readonly seen: number },
  { actor, now }: Setting,
): Promise<{ queued: number }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    if ((await noticesMade(tx, consultationId)) !== seen) throw new Refusal("notices_changed");
    const fitting = (await noticesNow(tx, consultationId)).find(
      ({ kind, roundId }) => kind === notice.kind && roundId === notice.roundId,
    );
    if (fitting === undefined) throw new Refusal("notice_not_now");
    const queued = await queueNotice(tx, consultationId, notice, now);
    if (queued === 0) throw new Refusal("nobody_to_mail");
    const detail = { of: notice.kind, number: fitting.number, count: queued };
    await audit(tx, { consultationId, personId: actor.personId, act: "notice mailed", detail, at: now });
    return { queued };
  });
}

/** Sends a mailing once more to those seats alone to which it could not be delivered. Throws `nothing_failed`. */
export async function sendAgain(
  db: RegistryDatabase,
  consultationId: string,
  { mailingId, sending }: { readonly mailingId: string; readonly sending: string },
  { actor, now }: Setting,
): Promise<{ queued: number }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const failed = await tx
      .select({ seatId: deliveries.seatId })
      .from(deliveries)
      .innerJoin(mailings, eq(mailings.id, deliveries.mailingId))
      .where(
        and(
          eq(mailings.id, mailingId),
          eq(mailings.consultationId, consultationId),
          eq(deliveries.state, "failed"),
        ),
      );
    if (failed.length === 0) throw new Refusal("nothing_failed");
    await queueMail(
      tx,
      mailingId,
      failed.map(({ seatId }) => seatId),
      sending,
    );
    const detail = { count: failed.length };
    await audit(tx, { consultationId, personId: actor.personId, act: "mail sent again", detail, at: now });
    return { queued: failed.length };
  });
}
