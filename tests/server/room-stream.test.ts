import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { connectRegistry } from "@/db/connect";
import { rounds } from "@/db/registry/schema";
import { UNDO_SECONDS } from "@/domain/room/step";
import { listeningAt } from "@/server/room/listening";
import type { NamedView } from "@/server/room/named-view";
import { tellRoom } from "@/server/room/notify";
import { roomRouter } from "@/server/room/router";
import { type RoomWatcher, roomWatcher } from "@/server/room/watcher";
import { ballotDatabase, newDatabase } from "@/tests/support/databases";
import { roomScene } from "@/tests/support/room";

const url = await newDatabase("registryCluster");
const { db: registry, end } = connectRegistry(url);
afterAll(end);
const ballot = await ballotDatabase();

const LONG = 3_600_000;
/** Much for a busy machine, and little beside the hour after which a process would look by itself. */
const AT_ONCE = 10_000;

/** A process that follows sessions: by what it hears alone unless it is to look every so many milliseconds. */
const processAt = ({ every = LONG, ahead = 0 } = {}): RoomWatcher =>
  roomWatcher({
    db: registry,
    clock: () => new Date(Date.now() + ahead),
    listen: (heard) => listeningAt(url, registry, heard),
    every,
  });

async function stage() {
  const play = await roomScene(registry, ballot);
  play.clock.now = new Date();
  return play;
}

/** The next view, within so many milliseconds. */
async function next(views: AsyncGenerator<NamedView, void>, milliseconds = 3_000): Promise<NamedView> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("nothing came")), milliseconds).unref();
  });
  const { value } = await Promise.race([views.next(), late]);
  return value as NamedView; // it ends only by throwing
}
const nothing = (views: AsyncGenerator<NamedView, void>, milliseconds: number) =>
  expect(next(views, milliseconds)).rejects.toThrow("nothing came");

/** What ends the streams that a test has begun, so that the next one finds none of them. */
const begun: { readonly stop: AbortController; readonly views: AsyncGenerator<NamedView, void> }[] = [];
afterEach(async () => {
  for (const { stop, views } of begun.splice(0)) {
    stop.abort();
    await views.return();
  }
});
function follow(watcher: RoomWatcher, code: string, seen: string | null = null) {
  const stop = new AbortController();
  const views = watcher.follow(code, seen, stop.signal);
  begun.push({ stop, views });
  return views;
}

const listeners = async () => {
  const [found] = await registry.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND lower(query) LIKE 'listen%'`);
  return found?.count;
};

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

describe("following a session", () => {
  it("[V25] gives everyone in every process the same view under the same name, and nothing twice", async () => {
    const { code } = await stage();
    const [one, other] = [processAt(), processAt()];
    const streams = [one, one, other].map((watcher) => follow(watcher, code));
    const views = await Promise.all(streams.map((stream) => next(stream)));
    const [first] = views;
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect((await other.view(code)).id).toBe(first?.id);
    const resumed = follow(one, code, first?.id ?? "");
    await nothing(resumed, 300);
    const missed = follow(one, code, "something earlier");
    expect(await next(missed)).toMatchObject({ id: first?.id, view: { phase: "doors" } });
  });

  it("[V25] a code that leads nowhere is refused", async () => {
    await expect(follow(processAt(), "222222").next()).rejects.toThrow("room_code_unknown");
  });

  it("[V26] a step taken at one process reaches whoever follows at another at once", async () => {
    const { code, take, as, host, consultationId } = await stage();
    // By its clock a step is in effect as soon as it is taken.
    const views = follow(processAt({ ahead: UNDO_SECONDS * 1_000 + 500 }), code);
    expect((await next(views)).view.phase).toBe("doors");
    const later = next(views, AT_ONCE);
    await take({ kind: "question", question: 1 });
    expect((await later).view).toMatchObject({ phase: "question", question: null });
    const back = next(views, AT_ONCE);
    await as(host).room.undo({ consultationId, number: 1 });
    expect((await back).view).toMatchObject({ phase: "doors" });
  });

  it("[V26] so does that nothing came of a step, and that its round was withdrawn", async () => {
    const play = await stage();
    const { consultationId, roundId, as, host } = play;
    const views = follow(processAt({ ahead: UNDO_SECONDS * 1_000 + 500 }), play.code);
    await next(views);
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    const asking = async (questionnaire = round?.questionnaire) => {
      await registry.update(rounds).set({ questionnaire }).where(eq(rounds.id, roundId));
    };
    const asked = next(views);
    await play.take({ kind: "question", question: 0 });
    expect((await asked).view.phase).toBe("question");
    await asking({ agendaQuestions: [] });
    play.pass(5);
    const refused = next(views, AT_ONCE);
    await play.look();
    expect((await refused).view.phase).toBe("doors");
    await asking();
    const opened = async () => {
      for (;;) {
        const { view } = await next(views);
        if (view.round.stage === "open") return;
      }
    };
    const open = opened();
    await play.done({ kind: "question", question: 0 });
    await open;
    const withdrawn = next(views, AT_ONCE);
    const reason = "The second statement lacks a word.";
    await as(host).errata.withdraw({ consultationId, roundId, reason, copyHours: 24 });
    expect((await withdrawn).view).toMatchObject({ phase: "doors", round: { stage: "notOpen" } });
  });

  it("[V26] a change that time brings is told at its moment, though nobody sends word of it", async () => {
    const { code, take } = await stage();
    const views = follow(processAt(), code);
    await next(views);
    const later = next(views, 7_000);
    await take({ kind: "question", question: 0 });
    const effectAt = Date.now() + UNDO_SECONDS * 1_000;
    expect((await later).view.phase).toBe("question");
    expect(Math.abs(Date.now() - effectAt)).toBeLessThan(1_000);
  });

  it("[V26] what nobody tells, as how many have enrolled, comes within seconds; so does all while a connection is cut", async () => {
    const { code, roundId, consultationId } = await stage();
    const views = follow(processAt({ every: 200 }), code);
    await next(views);
    // What is read as somebody begins to follow has been read by then.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const untold = next(views);
    await registry.update(rounds).set({ timeZone: "Europe/Paris" }).where(eq(rounds.id, roundId));
    expect((await untold).view.round.timeZone).toBe("Europe/Paris");
    await registry.execute(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND lower(query) LIKE 'listen%'`);
    const cut = next(views);
    await registry.update(rounds).set({ timeZone: "Asia/Tokyo" }).where(eq(rounds.id, roundId));
    await tellRoom(registry, consultationId);
    expect((await cut).view.round.timeZone).toBe("Asia/Tokyo");
    await expect.poll(listeners, { timeout: 15_000 }).toBeGreaterThan(0);
  });
});

describe("many who follow and much that changes", () => {
  it("[V26] of changes that come one upon the other, be it while one is read, the last is told at once", async () => {
    const { code, roundId, consultationId } = await stage();
    const views = follow(processAt(), code);
    await next(views);
    for (let turn = 1; turn <= 40; turn += 1)
      await registry.transaction(async (tx) => {
        await tx
          .update(rounds)
          .set({ timeZone: `Etc/GMT-${turn}` })
          .where(eq(rounds.id, roundId));
        await tellRoom(tx, consultationId);
      });
    for (;;) {
      const { view } = await next(views, AT_ONCE);
      if (view.round.timeZone === "Etc/GMT-40") return;
    }
  });

  it("[V27] whoever stays is told on when another goes", async () => {
    const { code, take } = await stage();
    const watcher = processAt({ ahead: UNDO_SECONDS * 1_000 + 500 });
    const [going, staying] = [follow(watcher, code), follow(watcher, code)];
    await Promise.all([next(going), next(staying)]);
    await going.return();
    expect(watcher.followers()).toBe(1);
    const later = next(staying, AT_ONCE);
    await take({ kind: "question", question: 1 });
    expect((await later).view.phase).toBe("question");
  });
});

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
