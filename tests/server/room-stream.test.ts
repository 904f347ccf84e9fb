import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import { roomRouter } from "@/server/room/router";
import type { RoomWatcher } from "@/server/room/watcher";
import { roomProcesses } from "@/tests/support/room-processes";

const { registry, processAt, stage, listeners } = await roomProcesses();

const followed = (watcher: RoomWatcher, code: string, init: RequestInit = {}) =>
  fetchRequestHandler({
    endpoint: "/api/room",
    req: new Request(
      `https://tdt.example/api/room/follow?input=${encodeURIComponent(JSON.stringify({ code }))}`,
      init,
    ),
    router: roomRouter,
    createContext: () => ({ db: registry, now: new Date(), watcher }),
  });

/** What a stream sends until it holds a text, or ends. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, text: string): Promise<string> {
  const decoder = new TextDecoder();
  for (let read = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return read;
    read += decoder.decode(value, { stream: true });
    if (read.includes(text)) return read;
  }
}
const readerOf = ({ body }: Response) => {
  if (body === null) throw new Error("no stream");
  return body.getReader();
};

describe("a stream", () => {
  it("[V29] is the same for everyone, whatever cookie comes with the request, and holds nothing of any person", async () => {
    const { code, tokens, host, take } = await stage();
    // Of a step that was taken it is told where it leads, and not who took it.
    await take({ kind: "doors" });
    const watcher = processAt();
    const headers = [{}, { cookie: "next-auth.session-token=somebody", authorization: "Bearer somebody" }];
    const told = await Promise.all(
      headers.map(async (sent) => {
        const response = await followed(watcher, code, { headers: sent });
        expect(response.headers.get("content-type")).toBe("text/event-stream");
        expect(response.headers.get("cache-control")).toContain("no-transform");
        expect(response.headers.get("x-accel-buffering")).toBe("no");
        expect(response.headers.get("set-cookie")).toBeNull();
        const reader = readerOf(response);
        const text = await readUntil(reader, "id: ");
        await reader.cancel();
        return text.replace(/"now":"[^"]*"/, "");
      }),
    );
    expect(told[0]).toBe(told[1]);
    const secrets = [...tokens, host.personId, host.email, "Delegation", "@example.org"];
    for (const secret of secrets) expect(told[0]).not.toContain(secret);
    const { view } = await watcher.view(code);
    expect(Object.keys(view).toSorted()).toEqual([
      ...["finding", "now", "phase", "provisional", "question", "questions", "round"],
      ...["seats", "simulated", "slug", "title", "until"],
    ]);
    expect(Object.keys(view.round).toSorted()).toEqual([
      ...["closesAt", "extended", "id", "number", "stage", "timeZone"],
    ]);
    const line = told[0]?.split("\n").find((one) => one.startsWith('data: {"slug'));
    expect(JSON.parse(line?.slice(6).replace(/,}$/, "}") ?? "null")).toEqual({ ...view, now: undefined });
  });

  it("[V25] goes on after the view that a device names as its last, whichever process sent it", async () => {
    const { code, roundId } = await stage();
    const { id } = await processAt().view(code);
    const watcher = processAt({ every: 500 });
    const reader = readerOf(await followed(watcher, code, { headers: { "last-event-id": id } }));
    await readUntil(reader, "connected");
    const later = readUntil(reader, "id: ");
    await expect.poll(() => watcher.followers()).toBe(1);
    await registry.update(rounds).set({ timeZone: "Africa/Cairo" }).where(eq(rounds.id, roundId));
    const text = await later;
    expect(text).toContain("Africa/Cairo");
    expect(text).not.toContain("America/New_York");
    await reader.cancel();
  });

  it("[V27] leaves nothing behind when whoever follows goes, by closing it or by being gone", async () => {
    const { code } = await stage();
    const before = await listeners();
    const watcher = processAt();
    const gone = new AbortController();
    const streams = await Promise.all(
      Array.from({ length: 60 }, (_, nth) =>
        followed(watcher, code, nth % 2 === 0 ? { signal: gone.signal } : {}).then(readerOf),
      ),
    );
    await Promise.all(streams.map((reader) => readUntil(reader, "id: ")));
    expect(watcher.followers()).toBe(60);
    await expect.poll(listeners, { timeout: 5_000 }).toBe((before ?? 0) + 1);
    gone.abort();
    await Promise.all(streams.filter((_, nth) => nth % 2 === 1).map((reader) => reader.cancel()));
    await expect.poll(() => watcher.followers(), { timeout: 5_000 }).toBe(0);
    await expect.poll(listeners, { timeout: 5_000 }).toBe(before);
  });

  it("[V28] is cut off without a word of its end when the process ends, so that devices take it up elsewhere", async () => {
    const { code } = await stage();
    const watcher = processAt();
    const reader = readerOf(await followed(watcher, code));
    await readUntil(reader, "id: ");
    watcher.end();
    const rest = await readUntil(reader, "never");
    expect(rest).not.toContain("event: return");
    expect(rest).not.toContain("error");
    expect(watcher.followers()).toBe(0);
  });
});
