import { Agent, get, type IncomingMessage } from "node:http";
import { sql } from "drizzle-orm";
import { start, untilServed } from "@/bin/processes";
import { connectRegistry } from "@/db/connect";
import { freePort } from "@/db/embedded";
import { openConsultation } from "./support/consultation";
import { expect, test, watchedContext } from "./support/guarded";

/** By what PostgreSQL tells this process's connections from those of the instance that all tests share. */
const NAMED = "room-stream.spec";

/** One more web process on the same clusters, and how it is ended. */
async function served() {
  const url = `http://localhost:${await freePort()}`;
  const args = ["start", "--hostname", "localhost", "--port", new URL(url).port];
  const { stop } = start(
    "next",
    args,
    { ...process.env, NODE_ENV: "production", PGAPPNAME: NAMED },
    "ignore",
  );
  await untilServed(`${url}/api/health`);
  return { url, stop };
}

/** A stream as it comes, every byte of it, from a client that would take it compressed. */
function followed(url: string, code: string) {
  const address = `${url}/api/room/follow?input=${encodeURIComponent(JSON.stringify({ code }))}`;
  const stream = {
    text: "",
    over: false,
    headers: {} as IncomingMessage["headers"],
    end: () => asking.destroy(),
  };
  const asking = get(address, { headers: { "accept-encoding": "gzip, br" } }, (response) => {
    stream.headers = response.headers;
    response.setEncoding("utf8").on("data", (text: string) => {
      stream.text += text;
    });
    response.on("close", () => {
      stream.over = true;
    });
    response.on("error", () => undefined);
  });
  asking.on("error", () => undefined);
  return stream;
}

/** Asks over and over on one connection, as a page does whose stream has broken, until nobody answers any more. */
async function askingOn(url: string, code: string): Promise<void> {
  const address = `${url}/api/room/view?input=${encodeURIComponent(JSON.stringify({ code }))}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answered = () =>
    new Promise<boolean>((resolve) => {
      const asking = get(address, { agent }, (response) => {
        response.on("error", () => resolve(false));
        response.resume().on("close", () => resolve(response.complete));
      });
      asking.on("error", () => resolve(false));
    });
  while (await answered());
  agent.destroy();
}

test("[V35] the production server passes a stream on as it comes, lets go of whoever leaves, and ends without waiting for the rest", async ({
  browser,
}) => {
  const { consultationId, roundId, host } = await openConsultation({ own: 1 });
  const { code } = await host.registry.room.start.mutate({ consultationId, roundId });
  const { db, end } = connectRegistry(process.env.DATABASE_URL ?? "");
  const listening = async () =>
    (
      await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE application_name = ${NAMED} AND lower(query) LIKE 'listen "room"%'`)
    )[0]?.count ?? 0;
  const { url, stop } = await served();
  try {
    // A wall comes first: its page has modules of its own, and whatever these hold is for the others too.
    expect((await fetch(`${url}/room/${code}/screen`)).status).toBe(200);
    const asked = encodeURIComponent(JSON.stringify({ code: code === "222222" ? "333333" : "222222" }));
    expect((await fetch(`${url}/api/room/view?input=${asked}`)).status).toBe(412);
    expect(await listening()).toBe(0);
    const streams = Array.from({ length: 20 }, () => followed(url, code));
    for (const stream of streams) await expect.poll(() => stream.text).toContain('"phase":"doors"');
    for (const { headers } of streams) {
      expect(headers["content-type"]).toContain("text/event-stream");
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["cache-control"]).toContain("no-transform");
      expect(headers["x-accel-buffering"]).toBe("no");
    }
    // Taken at one process, followed at another.
    const step = { kind: "question", question: 0 } as const;
    await host.registry.room.take.mutate({ consultationId, after: 0, step });
    for (const stream of streams) await expect.poll(() => stream.text).toContain('"phase":"question"');
    expect(streams.some(({ over }) => over)).toBe(false);
    await expect.poll(listening).toBe(1);
    for (const { end: leave } of streams.slice(1)) leave();
    expect(streams[0]?.over).toBe(false);
    streams[0]?.end();
    await expect.poll(listening).toBe(0);

    const staying = followed(url, code);
    await expect.poll(() => staying.text).toContain('"phase":"question"');
    const wall = await watchedContext(browser, { baseURL: url });
    const page = await wall.context.newPage();
    await page.goto(`/room/${code}/screen`);
    await expect(page.getByRole("heading", { level: 1, name: "What should be done?" })).toBeVisible();
    const asking = Array.from({ length: 8 }, () => askingOn(url, code));
    // Nobody leaves: a process that waited for that would never end.
    await stop();
    await Promise.all(asking);
    await wall.end();
    expect(staying.over).toBe(true);
    expect(staying.text).not.toContain("event: return");
  } finally {
    await stop();
    await end();
  }
});
