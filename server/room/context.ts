import "server-only";
import { registryHandle } from "@/server/connections";
import { registryEnv } from "@/server/env";
import type { RoomContext } from "./init";
import { listeningAt } from "./listening";
import { MOST_FOLLOWERS, type RoomWatcher, roomWatcher } from "./watcher";

// One watcher per process; pages and addresses load modules of their own.
const held = globalThis as typeof globalThis & { tdtRoom?: RoomWatcher };

/** The watcher of this process. It cuts its followers off when the process is asked to end, which waits for none then. */
function watcherHere(): RoomWatcher {
  if (held.tdtRoom !== undefined) return held.tdtRoom;
  const db = registryHandle();
  const listen = (heard: (consultationId: string | null) => void) =>
    listeningAt(registryEnv().DATABASE_URL, db, heard);
  const watcher = roomWatcher({ db, clock: () => new Date(), listen });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, watcher.end);
  held.tdtRoom = watcher;
  return watcher;
}

/** The context of a request to the room. It takes nothing from the request itself. */
export function roomContext(): RoomContext {
  return { db: registryHandle(), now: new Date(), watcher: watcherHere() };
}

/** Whether this process has as many followers as it takes. */
export const roomIsFull = (): boolean => watcherHere().followers() >= MOST_FOLLOWERS;
