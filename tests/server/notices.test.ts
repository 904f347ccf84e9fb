import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { issuance, mailings, rounds, seatAddresses } from "@/db/registry/schema";
import { queueNotice } from "@/server/mail/notices";
import { queueDue } from "@/server/mail/schedule";
import { postedScene } from "@/tests/support/posted";

const stage = await postedScene(12);
const { registry, play, panel, post, addressOf, asHost, seatNamed } = stage;
const { consultationId, roundId, clock } = play;
const HOUR = 3_600_000;

const seenNow = async () => (await asHost().mail.desk({ consultationId })).notices.length;
const send = async (kind: "reminder" | "published", seen?: number) =>
  asHost().mail.sendNotice({
    ...{ consultationId, kind, roundId, note: "Thank you.\n<b>The hosts</b>" },
    seen: seen ?? (await seenNow()),
  });
const made = () => registry.select().from(mailings).where(eq(mailings.consultationId, consultationId));
const kindsMade = async () => (await made()).map(({ kind }) => kind);
const closeAt = (closesAt: Date) => registry.update(rounds).set({ closesAt }).where(eq(rounds.id, roundId));

describe("notices", () => {
  it("[M14] are refused where they would not be true", async () => {
    await expect(send("reminder")).rejects.toThrow("would not be true");
    expect(await made()).toEqual([]);
  });

  it("[M13] go to all seats that have an address, whoever has enrolled, and carry no token", async () => {
    await asHost().conduct.openEnrolment({ consultationId });
    await registry
      .insert(issuance)
      .values(panel.slice(0, 10).map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
    await asHost().conduct.openRound({ consultationId, roundId });
    await registry.delete(seatAddresses).where(eq(seatAddresses.seatId, seatNamed("Delegation 1")));
    await stage.startSending();
    const preview = await asHost().mail.preview({
      consultationId,
      kind: "reminder",
      roundId,
      note: "Thank you.",
    });
    expect(await send("reminder")).toEqual({ queued: 11 });
    await expect.poll(() => post.received.length, { timeout: 20_000 }).toBe(11);
    const expected = panel
      .map(({ delegation }) => addressOf(delegation))
      .filter((to) => to !== addressOf("Delegation 1"));
    expect(post.received.map(({ to }) => to.join()).toSorted()).toEqual(expected.toSorted());
    for (const { text, html, subject } of post.received) {
      expect(subject).toBe(preview.subject);
      expect(text).not.toContain("join#");
      expect(text).toContain("whether it has answered or not");
      expect(html).toContain("&lt;b&gt;The hosts&lt;/b&gt;");
    }
    const { notices } = await asHost().mail.desk({ consultationId });
    expect(notices).toMatchObject([{ kind: "reminder", number: 1, troubles: [] }]);
  });

  it("[M31] are sent over those that their host has seen: of two hosts who send one at once, it goes out once", async () => {
    const before = await made();
    const both = await Promise.allSettled([send("reminder", before.length), send("reminder", before.length)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(send("reminder", before.length)).rejects.toThrow("another notice has gone out since");
    expect(await made()).toHaveLength(before.length + 1);
    const [again] = (await made()).filter(({ id }) => before.every((one) => one.id !== id));
    await registry.delete(mailings).where(eq(mailings.id, again?.id ?? ""));
  });

  it("[M13] are made with what they tell, or not at all; where nobody has an address there is none", async () => {
    const failing = registry.transaction(async (tx) => {
      await queueNotice(tx, consultationId, { kind: "extended", roundId }, clock.now);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await kindsMade()).toEqual(["reminder"]);
    const kept = await registry.select().from(seatAddresses);
    await registry.delete(seatAddresses);
    await expect(send("reminder")).rejects.toThrow("No mail was queued");
    await registry.insert(seatAddresses).values(kept);
  });
});

describe("scheduled mail", () => {
  const plan = (twoDaysBefore: boolean, lastDay: boolean) =>
    asHost().mail.planScheduled({ consultationId, roundId, twoDaysBefore, lastDay });
  const due = async (at: string) => {
    const now = new Date(at);
    await queueDue(registry, now);
    await queueDue(registry, now);
    return (await kindsMade()).filter((kind) => kind !== "reminder");
  };

  it("[M17] goes out once for each close, as hosts chose it; a close that is moved has its own, of which none is made up for", async () => {
    clock.now = new Date("2026-03-03T15:00:00Z");
    await closeAt(new Date("2026-03-06T23:00:00Z")); // 18:00 in New York
    expect(await due("2026-03-04T15:00:00Z")).toEqual([]);
    await plan(true, true);
    expect(await due("2026-03-04T13:59:00Z")).toEqual([]);
    expect(await due("2026-03-04T14:00:00Z")).toEqual(["twoDaysBefore"]);
    // Two days before the new close is 5 March; the move is seen on the 5th at noon, so that only the last day is left.
    await closeAt(new Date("2026-03-07T23:00:00Z"));
    expect(await due("2026-03-05T17:00:00Z")).toEqual(["twoDaysBefore"]);
    expect(await due("2026-03-07T14:00:00Z")).toEqual(["twoDaysBefore", "lastDay"]);
    expect(await due("2026-03-07T22:59:00Z")).toEqual(["twoDaysBefore", "lastDay"]);
  });

  it("[M17] cannot be chosen once its time has passed, and none goes out that was not chosen", async () => {
    await closeAt(new Date("2026-04-10T22:00:00Z"));
    clock.now = new Date("2026-04-08T13:00:00Z" /* 09:00 in New York */);
    await plan(false, false);
    await expect(plan(true, true)).rejects.toThrow("has passed");
    await plan(false, true);
    clock.now = new Date(clock.now.getTime() + HOUR);
    const before = await kindsMade();
    await queueDue(registry, clock.now);
    expect(await kindsMade()).toEqual(before);
  });
});
