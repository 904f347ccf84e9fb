import "server-only";
import { initTRPC } from "@trpc/server";
import type { RegistryDatabase } from "@/db/registry/client";
import { refuseIllegible, told, translated } from "@/server/trpc/refusals";
import type { RoomWatcher } from "./watcher";

/** All that the room's own address is given. No session, no address, no cookie: it is the same for everyone. */
export type RoomContext = {
  readonly db: RegistryDatabase;
  readonly now: Date;
  readonly watcher: RoomWatcher;
};

/** A stream says so often that it is alive: proxies end one that is silent for a minute. */
const HEARTBEAT = 15_000;
/** Whoever hears nothing for so long connects anew, with the last that it was sent. */
const SILENCE = 40_000;
/** A stream is ended after half an hour and taken up again by whoever follows, so that none is held for ever. */
const LONGEST = 1_800_000;

const t = initTRPC.context<RoomContext>().create({
  sse: {
    maxDurationMs: LONGEST,
    ping: { enabled: true, intervalMs: HEARTBEAT },
    client: { reconnectAfterInactivityMs: SILENCE },
  },
  errorFormatter: ({ shape, error }) => told(shape, error),
});

export const { router, createCallerFactory } = t;

/** For everyone who knows a code. */
export const roomProcedure = t.procedure
  .use(async ({ next }) => {
    const result = await next();
    if (!result.ok) throw translated(result.error);
    return result;
  })
  .use(async ({ getRawInput, next }) => {
    await refuseIllegible(getRawInput);
    return next();
  });
