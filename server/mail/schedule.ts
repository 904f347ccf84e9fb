import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds, scheduledMail } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { dueNow, SCHEDULED, type ScheduledKind, scheduledAt } from "@/domain/mail/schedule";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { queueNotice } from "./notices";

type Wanted = Readonly<Record<ScheduledKind, boolean>>;
const NONE: Wanted = { twoDaysBefore: false, lastDay: false };

async function heldRound(tx: RegistryDatabase, consultationId: string, roundId: string) {
  const [round] = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)))
    .for("share");
  if (round === undefined) throw new Refusal("not_found");
  return round;
}

/** Says which mails go out by the clock before a round closes. Throws `not_found`, `round_over`, `schedule_passed`. */
export async function planScheduled(
  db: RegistryDatabase,
  consultationId: string,
  { roundId, ...wanted }: Wanted & { readonly roundId: string },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { number, stage, closesAt, timeZone } = await heldRound(tx, consultationId, roundId);
    if (stage === "closing" || stage === "closed") throw new Refusal("round_over");
    const [stored] = await tx.select().from(scheduledMail).where(eq(scheduledMail.roundId, roundId));
    const before: Wanted = stored ?? NONE;
    const switchedOn = SCHEDULED.filter((kind) => wanted[kind] && !before[kind]);
    if (switchedOn.some((kind) => scheduledAt(kind, closesAt, timeZone) <= now))
      throw new Refusal("schedule_passed");
    const sameClose = stored?.closesAt.getTime() === closesAt.getTime();
    const plan = { ...wanted, closesAt, since: sameClose ? stored.since : now };
    await tx
      .insert(scheduledMail)
      .values({ roundId, ...plan })
      .onConflictDoUpdate({ target: scheduledMail.roundId, set: plan });
    const of = SCHEDULED.filter((kind) => wanted[kind]).join("And") || "none";
    const detail = { number, of };
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "scheduled mail chosen",
      detail,
      at: now,
    });
  });
}

/**
 * Queues what is due: asked every minute, and once for each close however often. Of a close that was moved, what would have
 * been due before the move is not made up for.
 */
export async function queueDue(db: RegistryDatabase, now: Date): Promise<void> {
  const planned = await db
    .select({ round: rounds, plan: scheduledMail })
    .from(scheduledMail)
    .innerJoin(rounds, eq(rounds.id, scheduledMail.roundId))
    .where(eq(rounds.stage, "open"));
  for (const { round, plan } of planned) {
    const moved = plan.closesAt.getTime() !== round.closesAt.getTime();
    if (moved)
      await db
        .update(scheduledMail)
        .set({ closesAt: round.closesAt, since: now })
        .where(eq(scheduledMail.roundId, round.id));
    const kind = dueNow(round, moved ? { ...plan, since: now } : plan, now);
    if (kind !== null)
      await db.transaction((tx) => queueNotice(tx, round.consultationId, { kind, roundId: round.id }, now));
  }
}
