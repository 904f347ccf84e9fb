import "server-only";
import { and, eq } from "drizzle-orm";
import { rounds } from "@/db/registry/schema";
import { extendedByRuleTo } from "@/domain/consultation/clock";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { wakeAt } from "@/server/conduct/alarm";
import { pushManifest } from "@/server/conduct/push";
import { queueNotice } from "@/server/mail/notices";
import { appendEntry } from "@/server/manifest/commands";
import { rulesInForce } from "@/server/manifest/queries";
import { tellRoom } from "@/server/room/notify";
import { announceClose, closeRound } from "./close";
import { fewerThanEnough } from "./decision";
import type { Closing } from "./steps";

type Due = {
  readonly consultationId: string;
  readonly roundId: string;
  /** The closing time that has come; null where a host asked, who is told either way and so spends the one extension. */
  readonly closesAt: Date | null;
};

/** Extends a round by the rule, unless it was closed meanwhile, or that closing time was moved. */
async function extendByRule(
  { registry, personId, now, secrets }: Closing,
  { consultationId, roundId, closesAt }: Due,
  hours: number,
): Promise<void> {
  await registry.transaction(async (tx) => {
    const [round] = await tx
      .select({ number: rounds.number, closesAt: rounds.closesAt })
      .from(rounds)
      .where(
        and(
          eq(rounds.id, roundId),
          eq(rounds.consultationId, consultationId),
          eq(rounds.stage, "open"),
          closesAt === null ? undefined : eq(rounds.closesAt, closesAt),
          eq(rounds.extendedByRule, false),
        ),
      )
      .for("no key update");
    if (round === undefined) return;
    const until = extendedByRuleTo(round.closesAt, now, hours);
    await tx.update(rounds).set({ closesAt: until, extendedByRule: true }).where(eq(rounds.id, roundId));
    const detail = { number: round.number, closesAt: until.toISOString() };
    await audit(tx, { consultationId, personId, act: "round extended by the rule", detail, at: now });
    await appendEntry(
      tx,
      consultationId,
      { kind: "roundExtended", roundId, closesAt: until.toISOString(), byRule: true },
      secrets,
    );
    await queueNotice(tx, consultationId, { kind: "extended", roundId }, now);
    await tellRoom(tx, consultationId);
    await wakeAt(tx, consultationId, until);
  });
}

/**
 * What happens at a round's closing time, whoever asks: it is closed, or, where fewer than ten responses are in and the
 * first entry of the manifest has the rule, extended by it once. Of the count only that is learned. Goes on with a close
 * that was cut short; does nothing before the closing time. Throws what `closeRound` throws.
 */
export async function closeOrExtend(
  closing: Closing,
  consultationId: string,
  roundId: string,
): Promise<void> {
  const { registry, ballot, now, ballotBox } = closing;
  const [round] = await registry
    .select({ stage: rounds.stage, closesAt: rounds.closesAt, extendedByRule: rounds.extendedByRule })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { stage, closesAt, extendedByRule } = round;
  if (stage === "open") {
    if (closesAt > now) return;
    // An extension that the box has not heard of yet counts too.
    await pushManifest(registry, consultationId, ballotBox);
    const hours = (await rulesInForce(registry, consultationId))?.extensionHours;
    const few = hours !== undefined && !extendedByRule && (await fewerThanEnough(ballot, roundId, now));
    if (few === null) return;
    if (few) {
      await extendByRule(closing, { consultationId, roundId, closesAt }, hours);
      return pushManifest(registry, consultationId, ballotBox);
    }
    if (!(await announceClose(closing, consultationId, roundId, now))) return;
  }
  await closeRound(closing, consultationId, roundId);
}

/**
 * Closes a round because a host asks. From its closing time on that is what the clock does. Before it the rule decides as it
 * would at that time, so that nobody can have a few answers opened by closing early: with fewer than ten the round is not
 * closed but extended, which spends the one extension, and from then on it closes at its time alone. Whoever asks learns at
 * most once, with everybody else, that fewer than ten are in. Throws `closing_early_spent` after that, and what
 * `closeRound` throws. Where the manifest has no such rule it closes.
 */
export async function closeByHand(closing: Closing, consultationId: string, roundId: string): Promise<void> {
  const { registry, ballot, ballotBox, now } = closing;
  const [round] = await registry
    .select({ stage: rounds.stage, closesAt: rounds.closesAt, extendedByRule: rounds.extendedByRule })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { stage, closesAt, extendedByRule } = round;
  if (stage === "closing" || stage === "closed") return closeRound(closing, consultationId, roundId);
  if (stage !== "open") throw new Refusal("round_not_open");
  if (closesAt <= now) return closeOrExtend(closing, consultationId, roundId);
  const hours = (await rulesInForce(registry, consultationId))?.extensionHours;
  if (hours === undefined) return closeRound(closing, consultationId, roundId);
  if (extendedByRule) throw new Refusal("closing_early_spent");
  await pushManifest(registry, consultationId, ballotBox);
  const few = await fewerThanEnough(ballot, roundId, closesAt);
  // Moved while the box was asked: it is asked again, so that whoever closes is always told what became of it.
  if (few === null) return closeByHand(closing, consultationId, roundId);
  if (!few) return closeRound(closing, consultationId, roundId);
  await extendByRule(closing, { consultationId, roundId, closesAt: null }, hours);
  await pushManifest(registry, consultationId, ballotBox);
}
