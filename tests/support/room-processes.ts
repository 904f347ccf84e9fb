import { sql } from "drizzle-orm";
import { afterAll, afterEach } from "vitest";
import { connectRegistry } from "@/db/connect";
import { listeningAt } from "@/server/room/listening";
import type { NamedView } from "@/server/room/named-view";
import { type RoomWatcher, roomWatcher } from "@/server/room/watcher";
import { ballotDatabase, newDatabase } from "./databases";
import { roomScene } from "./room";

const LONG = 3_600_000;
/** Much for a busy machine, and little beside the hour after which a process would look by itself. */
export const AT_ONCE = 10_000;

/** The next view, within so many milliseconds. */
export async function next(views: AsyncGenerator<NamedView, void>, milliseconds = 3_000): Promise<NamedView> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("nothing came")), milliseconds).unref();
  });
  const { value } = await Promise.race([views.next(), late]);
  return value as NamedView; // it ends only by throwing
}

/** A registry of a test file's own with processes that follow sessions over it. Call once, at the top of the file. */
export async function roomProcesses() {
  const url = await newDatabase("registryCluster");
  const { db: registry, end } = connectRegistry(url);
  afterAll(end);
  const ballot = await ballotDatabase();
  /** What ends the streams that a test has begun, so that the next one finds none of them. */
  const begun: { readonly stop: AbortController; readonly views: AsyncGenerator<NamedView, void> }[] = [];
  afterEach(async () => {
    for (const { stop, views } of begun.splice(0)) {
      stop.abort();
      await views.return();
    }
  });
  return {
    registry,
    /** A process that follows sessions: by what it hears alone unless it is to look every so many milliseconds. */
    processAt: ({ every = LONG, ahead = 0 } = {}): RoomWatcher =>
      roomWatcher({
        db: registry,
        clock: () => new Date(Date.now() + ahead),
        listen: (heard) => listeningAt(url, registry, heard),
        every,
      }),
    stage: async () => {
      const play = await roomScene(registry, ballot);
      play.clock.now = new Date();
      return play;
    },
    follow: (watcher: RoomWatcher, code: string, seen: string | null = null) => {
      const stop = new AbortController();
      const views = watcher.follow(code, seen, stop.signal);
      begun.push({ stop, views });
      return views;
    },
    /** How many connections listen to what other processes tell. */
    listeners: async () => {
      const [found] = await registry.execute<{ count: number }>(sql`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND lower(query) LIKE 'listen%'`);
      return found?.count;
    },
  };
}
