import "server-only";
import { LRUCache } from "lru-cache";
import type { RegistryDatabase } from "@/db/registry/client";
import { Refusal } from "@/domain/refusal";
import { viewAt } from "@/domain/room/shown";
import { changesNext } from "@/domain/room/state";
import { log } from "@/server/log";
import { factsOfCode, type SessionFacts } from "./facts";
import type { Listening } from "./listening";
import { type NamedView, nameOf } from "./named-view";

/** What a watcher works with. */
type Means = {
  readonly db: RegistryDatabase;
  readonly clock: () => Date;
  /** Begins to listen to other processes, with the first session that is followed here. */
  readonly listen: (heard: (consultationId: string | null) => void) => Listening;
  /** Milliseconds after which a session that is followed is read again, whatever was heard. */
  readonly every?: number;
};

/** A session that is followed in this process: it is read and worked out once, for however many follow it. */
type Followed = {
  facts: SessionFacts;
  /** The name of the view that is shown now; empty before the first. */
  id: string;
  /** Those who wait for it to change. */
  readonly waiting: Set<() => void>;
  followers: number;
  /** Whether there is no such session any more. */
  gone: boolean;
  /** At which the view next changes by itself. */
  timer: NodeJS.Timeout | undefined;
  /** While it is being read: whether it is to be read once more after, as something changed meanwhile. */
  reading: { again: boolean } | null;
};

/** What a watcher holds while anybody follows, whether it has ended, and whether the last reading failed. */
type Process = {
  ended: boolean;
  ear: Listening | null;
  tick: NodeJS.Timeout | undefined;
  failing: boolean;
};

/** Milliseconds for which a session that nobody follows here is answered from what was read last. */
const KEPT = 1_000;
/** More codes than are asked for at the same time, so that whoever guesses pushes none out that is one. */
const MOST_KEPT = 4_000;
/** Milliseconds after which a session that is followed is read again, unless it is told otherwise. */
const EVERY = 2_000;
/** Followers that one process has at the most. */
export const MOST_FOLLOWERS = 3_000;

/** A reader that goes away ends its stream without a word, so that whoever follows takes it up again elsewhere. */
const cutOff = () => new DOMException("The stream is over for now.", "AbortError");

/** Follows sessions for everyone in this process, by their codes, until `end` is called as the process is to end. */
export function roomWatcher({ db, clock, listen, every = EVERY }: Means) {
  const followed = new Map<string, Followed>();
  const kept = new LRUCache<string, SessionFacts>({
    max: MOST_KEPT,
    ttl: KEPT,
    // Whoever waits is answered, however many other codes are asked for meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: (code) => factsOfCode(db, code),
  });
  const process: Process = { ended: false, ear: null, tick: undefined, failing: false };

  /** Works out what is shown now, wakes whoever waits if it is something else, and comes back when time changes it. */
  function show(session: Followed): void {
    clearTimeout(session.timer);
    const now = clock();
    const id = nameOf(viewAt(session.facts, now));
    const next = changesNext(session.facts.roundId, session.facts.steps, now);
    if (next !== null) {
      session.timer = setTimeout(() => show(session), Math.min(next.getTime() - now.getTime(), 60_000));
      session.timer.unref();
    }
    if (id === session.id) return;
    session.id = id;
    for (const wake of [...session.waiting]) wake();
  }

  async function read(code: string, session: Followed): Promise<void> {
    if (session.reading !== null) {
      session.reading.again = true;
      return;
    }
    const reading = { again: false };
    session.reading = reading;
    try {
      session.facts = await factsOfCode(db, code);
      process.failing = false;
    } catch (error) {
      if (error instanceof Refusal) return letGo(code, session);
      // Said once, and tried again at the next tick; not at all where nobody waits for it any more.
      if (!process.failing && followed.get(code) === session)
        log.failed("session in the room not read", error);
      process.failing = true;
    }
    session.reading = null;
    if (followed.get(code) !== session) return;
    show(session);
    if (reading.again) await read(code, session);
  }

  /** Cuts off whoever follows a session that was deleted; what was read of it is told no more. */
  function letGo(code: string, session: Followed): void {
    if (followed.get(code) === session) followed.delete(code);
    kept.delete(code);
    session.gone = true;
    for (const wake of [...session.waiting]) wake();
  }

  const heard = (consultationId: string | null) => {
    for (const [code, session] of followed)
      if (consultationId === null || session.facts.consultationId === consultationId)
        void read(code, session);
  };

  async function tick(): Promise<void> {
    await process.ear?.check().catch(() => undefined);
    for (const [code, session] of followed) void read(code, session);
  }

  function enter(code: string, facts: SessionFacts): Followed {
    process.ear ??= listen(heard);
    process.tick ??= setInterval(() => void tick(), every).unref();
    const present = followed.get(code);
    if (present !== undefined) return present;
    const session: Followed = {
      facts,
      id: "",
      waiting: new Set(),
      followers: 0,
      gone: false,
      timer: undefined,
      reading: null,
    };
    followed.set(code, session);
    show(session);
    // What was kept may be a second old, and what happened since was heard by nobody.
    void read(code, session);
    return session;
  }

  function leave(code: string, session: Followed): void {
    session.followers -= 1;
    if (session.followers > 0) return;
    clearTimeout(session.timer);
    if (followed.get(code) === session) followed.delete(code);
    if (followed.size > 0) return;
    clearInterval(process.tick);
    process.ear?.end();
    process.tick = undefined;
    process.ear = null;
  }

  const followers = () => [...followed.values()].reduce((sum, session) => sum + session.followers, 0);

  /** A session as it was read last where it is followed here, else at most a second ago. Throws `room_code_unknown`. */
  async function facts(code: string): Promise<SessionFacts> {
    const known = followed.get(code)?.facts ?? (await kept.fetch(code));
    if (known === undefined) throw new Refusal("room_code_unknown");
    return known;
  }

  /** What a session shows now. Throws `room_code_unknown`. */
  async function view(code: string): Promise<NamedView> {
    const shown = viewAt(await facts(code), clock());
    return { id: nameOf(shown), view: shown };
  }

  /**
   * Every view of a session from now on, as it comes, the present one first unless it is the one that was seen last. It ends
   * only by being cut off. Throws `room_code_unknown`, `busy`.
   */
  async function* follow(
    code: string,
    seen: string | null,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<NamedView, void> {
    const known = await facts(code);
    if (followers() >= MOST_FOLLOWERS) throw new Refusal("busy");
    const session = enter(code, known);
    session.followers += 1;
    let wake: () => void = () => undefined;
    const woken = () => wake();
    session.waiting.add(woken);
    signal?.addEventListener("abort", woken);
    try {
      for (let sent = seen; ; ) {
        if (process.ended || session.gone || signal?.aborted) throw cutOff();
        const { id } = session;
        if (id === sent) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        sent = id;
        yield { id, view: viewAt(session.facts, clock()) };
      }
    } finally {
      signal?.removeEventListener("abort", woken);
      session.waiting.delete(woken);
      leave(code, session);
    }
  }

  /** Cuts everybody off, as the process is to end. */
  function end(): void {
    process.ended = true;
    for (const { waiting } of followed.values()) for (const wake of [...waiting]) wake();
  }

  return { facts, view, follow, followers, end };
}
export type RoomWatcher = ReturnType<typeof roomWatcher>;
