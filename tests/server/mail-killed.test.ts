import { type ChildProcess, spawn } from "node:child_process";
import { count, eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { connectRegistry } from "@/db/connect";
import { deliveries, invitations, seatAddresses, seats } from "@/db/registry/schema";
import { tokenHash } from "@/server/enrolment/commands";
import { AT_ONCE } from "@/server/mail/mailer";
import { ballotDatabase, newDatabase } from "@/tests/support/databases";
import { mailServer } from "@/tests/support/mail-server";
import { scene } from "@/tests/support/scene";

const SEATS = 500;
const KILLED_AFTER = 200;

const url = await newDatabase("registryCluster");
const { db: registry, end } = connectRegistry(url);
const ballot = await ballotDatabase();
const post = await mailServer({ delay: 20 });
const processes: ChildProcess[] = [];
afterAll(async () => {
  for (const child of processes) child.kill("SIGKILL");
  await post.stop();
  await end();
});

function sendingProcess(): ChildProcess {
  const args = ["--conditions=react-server", "--import", "tsx", "tests/support/mail-process.ts"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url, SMTP_URL: post.url },
    stdio: ["ignore", "inherit", "inherit"],
  });
  processes.push(child);
  return child;
}

const addressOf = (delegation: string) => `${delegation.toLowerCase().replace(" ", "-")}@mission.example`;
const tokenIn = (text: string) => /\/join#(\S+)/.exec(text)?.[1] ?? "";

it("[M10] of 500 invitations whose sending is killed midway each arrives, and only what was in flight twice, under the same Message-ID", async () => {
  const play = await scene(registry, ballot, SEATS);
  const { consultationId } = play;
  const asHost = () => play.as(play.host);
  await asHost().conduct.openEnrolment({ consultationId });
  const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
  await registry
    .insert(seatAddresses)
    .values(panel.map(({ id, delegation }) => ({ seatId: id, address: addressOf(delegation) })));
  const { queued } = await asHost().mail.sendInvitations({ consultationId, seatIds: "all" });
  expect(queued).toBe(SEATS);

  const killed = sendingProcess();
  await expect
    .poll(() => post.received.length, { timeout: 60_000, interval: 5 })
    .toBeGreaterThan(KILLED_AFTER);
  killed.kill("SIGKILL");
  const before = post.received.length;
  expect(before).toBeLessThan(SEATS);
  sendingProcess();
  const sent = async () => {
    const [row] = await registry
      .select({ sent: count() })
      .from(deliveries)
      .where(eq(deliveries.state, "sent"));
    return row?.sent;
  };
  await expect.poll(sent, { timeout: 90_000, interval: 200 }).toBe(SEATS);

  const arrived = Map.groupBy(post.received, ({ to }) => to.join());
  expect([...arrived.keys()].toSorted()).toEqual(
    panel.map(({ delegation }) => addressOf(delegation)).toSorted(),
  );
  const repeated = [...arrived.values()].filter((mails) => mails.length > 1);
  expect(repeated.length).toBeLessThanOrEqual(AT_ONCE);
  for (const mails of arrived.values()) {
    expect(mails.length).toBeLessThanOrEqual(2);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  }
  expect(new Set(post.received.map(({ messageId }) => messageId)).size).toBe(SEATS);
  // Every link that arrived is good, the repeats' too, and none is another's.
  const stored = new Map(
    (await registry.select().from(invitations)).map((row) => [
      Buffer.from(row.tokenHash).toString("hex"),
      row.seatId,
    ]),
  );
  for (const { to, text, html } of post.received) {
    const seatId = stored.get(Buffer.from(tokenHash(tokenIn(text))).toString("hex"));
    expect(panel.find(({ id }) => id === seatId)?.delegation).toSatisfy(
      (whose: string) => addressOf(whose) === to.join(),
    );
    expect(html).toContain(tokenIn(text));
  }
}, 240_000);
