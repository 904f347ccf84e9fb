import { randomUUID } from "node:crypto";
import { stderr } from "node:process";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { connectRegistry } from "@/db/connect";
import { type Queue, sendJobs } from "@/server/jobs/queue";
import { startJobs, workOn } from "@/server/jobs/work";
import { newDatabase } from "@/tests/support/databases";

const url = await newDatabase("registryCluster");
const { db } = connectRegistry(url);
const queue: Queue<{ seatId: string }> = { name: "mail", data: z.object({ seatId: z.uuid() }) };
const PACE = { atOnce: 5, every: 0.5 };
const NOW = new Date("2026-03-02T15:00:00Z");

const running: { stop: () => Promise<void> }[] = [];
async function process(handle: (seatId: string, now: Date) => Promise<void>) {
  const work = workOn(queue, PACE, ({ seatId }, { now }) => handle(seatId, now));
  running.push(await startJobs(url, [work], () => NOW));
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

const stored = async () => [
  ...(await db.execute(sql`SELECT * FROM pgboss.job WHERE name = 'mail'`)),
  ...(await db.execute(sql`SELECT * FROM pgboss.warning`)),
];
const jobsFor = (ids: readonly string[]) => ids.map((seatId) => ({ data: { seatId } }));
const seats = (count: number) => Array.from({ length: count }, () => randomUUID());

describe("jobs", () => {
  it("[M1] are done once their transaction is committed, and never where it was undone", async () => {
    const [kept = "", undone = ""] = seats(2);
    await db.transaction((tx) => sendJobs(tx, queue, jobsFor([kept])));
    const failing = db.transaction(async (tx) => {
      await sendJobs(tx, queue, jobsFor([undone]));
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    const done: [string, Date][] = [];
    await process(async (seatId, now) => void done.push([seatId, now]));
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([[kept, NOW]]);
    await expect.poll(stored, { timeout: 10_000 }).toEqual([]);
  });

  it("[M2] [M3] are done by one process each, and leave nothing behind", async () => {
    const ids = seats(60);
    const done = { first: [] as string[], second: [] as string[] };
    await db.transaction((tx) => sendJobs(tx, queue, jobsFor(ids)));
    await process(async (seatId) => void done.first.push(seatId));
    await process(async (seatId) => void done.second.push(seatId));
    const all = () => [...done.first, ...done.second].toSorted();
    await expect.poll(all, { timeout: 15_000 }).toEqual(ids.toSorted());
    await expect.poll(stored, { timeout: 10_000 }).toEqual([]);
  });

  it("[M3] that throw are kept to be tried again, and what they threw is neither kept nor logged", async () => {
    const logged = vi.spyOn(stderr, "write").mockReturnValue(true);
    const [seatId = ""] = seats(1);
    await db.transaction((tx) => sendJobs(tx, queue, jobsFor([seatId])));
    await process(async () => {
      throw new Error("malta@example.org does not exist");
    });
    const states = async () => (await stored()).map(({ state }) => state);
    await expect.poll(states, { timeout: 10_000 }).toEqual(["retry"]);
    expect(JSON.stringify(await stored())).not.toContain("malta");
    expect(logged).toHaveBeenCalled();
    expect(JSON.stringify(logged.mock.calls)).not.toContain("malta");
    logged.mockRestore();
  });
});
