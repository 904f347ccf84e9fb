import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, it } from "vitest";
import { roomRouter } from "@/server/room/router";
import { roomWatcher } from "@/server/room/watcher";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { roomScene } from "@/tests/support/room";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const FOLLOWERS = 500;

/** Bytes that are held once what nobody holds is gone. */
async function held(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

it.each([
  { who: "all", staying: 0, cycles: 4, least: 700 },
  // What each left behind in the session that one goes on following is little, and is measured over more of them.
  { who: "all but one", staying: 1, cycles: 8, least: 200 },
])(
  "[V27] connections of which $who go away give back what they held, however often they come",
  async ({ staying, cycles, least }) => {
    const { code } = await roomScene(registry, ballot);
    let listening = 0;
    const listen = () => {
      listening += 1;
      return {
        check: async () => undefined,
        end: () => {
          listening -= 1;
        },
      };
    };
    const watcher = roomWatcher({ db: registry, clock: () => new Date(), listen });
    const url = `https://tdt.example/api/room/follow?input=${encodeURIComponent(JSON.stringify({ code }))}`;

    const stays = watcher.follow(code, null, undefined);
    if (staying > 0) await stays.next();

    /** Everybody comes, has a view, and is gone. What is held after. */
    async function comeAndGo() {
      const gone = new AbortController();
      const readers = await Promise.all(
        Array.from({ length: FOLLOWERS }, async () => {
          const { body } = await fetchRequestHandler({
            endpoint: "/api/room",
            req: new Request(url, { signal: gone.signal }),
            router: roomRouter,
            createContext: () => ({ db: registry, now: new Date(), watcher }),
          });
          const reader = body?.getReader();
          await reader?.read();
          return reader;
        }),
      );
      await expect.poll(() => watcher.followers(), { timeout: 5_000 }).toBe(FOLLOWERS + staying);
      expect(listening).toBe(1);
      gone.abort();
      await Promise.all(readers.map((reader) => reader?.cancel().catch(() => undefined)));
      readers.length = 0;
      await expect.poll(() => watcher.followers(), { timeout: 5_000 }).toBe(staying);
      expect(listening).toBe(staying);
      return held();
    }

    const first = await comeAndGo();
    let last = first;
    for (let cycle = 0; cycle < cycles; cycle += 1) last = await comeAndGo();
    const bytesLeftOfEach = (last - first) / (cycles * FOLLOWERS);
    expect(bytesLeftOfEach).toBeLessThan(least);
    await stays.return();
  },
  90_000,
);
