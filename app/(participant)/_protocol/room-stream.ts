import { createParser } from "eventsource-parser";
import type { RoomView } from "@/domain/room/view";
import { isNoRoom, roomBehind } from "./room";

/**
 * How a device hears of the room: by the stream; by asking again and again, where a proxy lets no stream through; not at
 * all for now; or no longer, since the session is over or its code is of none.
 */
export type Hearing = "joining" | "stream" | "asking" | "lost" | "over";

/** What whoever follows is told. */
export type Listener = {
  readonly onView: (view: RoomView) => void;
  readonly onHearing: (hearing: Hearing) => void;
};

/** How long things may take, in milliseconds. */
export type Patience = {
  /** Until the first word of a stream. A proxy that holds a stream back gives none. */
  readonly first: number;
  /** Between two words of a stream: it carries a heartbeat. */
  readonly silence: number;
  /** Between two questions where there is no stream. */
  readonly between: number;
  /** After which the stream is tried once more. */
  readonly again: number;
};

const PATIENCE: Patience = { first: 6_000, silence: 45_000, between: 3_000, again: 60_000 };

/** Streams that break one after the other before a device asks instead. */
const BREAKS = 3;

/** A wait somewhere between half and the whole of a time, so that a hall does not come back at the same moment. */
const about = (ms: number, drawn: number): number => ms * (0.5 + drawn / 2);

/**
 * Follows a session until it is told to stop. Nothing goes along but the code and the id of the last view. `wake` tries
 * at once what was being waited for: for a device that slept, or whose network is back. `drop` ends a stream that a lost
 * network has silenced, which a browser may notice late or never.
 */
export function followRoom(
  baseUrl: string,
  code: string,
  { onView, onHearing }: Listener,
  patience: Patience = PATIENCE,
): { readonly stop: () => void; readonly wake: () => void; readonly drop: () => void } {
  const room = roomBehind(baseUrl, code);
  let stopped = false;
  let lastId: string | null = null;
  /** `cut` ends what is going on, a stream or a wait. `wake` does so unless it is a stream that has just been heard. */
  let cut: () => void = () => undefined;
  let wake: () => void = () => undefined;

  const tell = (id: string, view: RoomView) => {
    if (stopped) return;
    lastId = id;
    onView(view);
    // Nothing comes after the end.
    if (view.phase !== "ended") return;
    onHearing("over");
    stop();
  };
  function stop() {
    stopped = true;
    cut();
  }
  const hear = (hearing: Hearing) => !stopped && onHearing(hearing);

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      cut = () => {
        clearTimeout(timer);
        resolve();
      };
      wake = cut;
    });
  }

  /** One stream until it breaks. Says whether a word of it came through. */
  async function streamed(): Promise<"heard" | "silent"> {
    const ending = new AbortController();
    const end = () => ending.abort();
    cut = end;
    let timer = setTimeout(end, patience.first);
    let lastWord = Date.now();
    // A stream in which something was said just now is none that a sleep has cut off.
    wake = () => Date.now() - lastWord > patience.first && end();
    let heard = false;
    const url = new URL("/api/room/follow", baseUrl);
    url.searchParams.set("input", JSON.stringify({ code }));
    const parser = createParser({
      onEvent: ({ event, id, data }) => {
        // Of no event: whatever a stream says beside its views, a heartbeat for one, has a name.
        if (event === undefined && id !== undefined) tell(id, JSON.parse(data) as RoomView); // the stream's own type
      },
    });
    try {
      const response = await fetch(url, {
        headers: { accept: "text/event-stream", ...(lastId !== null && { "last-event-id": lastId }) },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        signal: ending.signal,
      });
      const streams = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
      const words = streams ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
      while (words !== undefined) {
        const { done, value } = await words.read();
        if (done) break;
        clearTimeout(timer);
        timer = setTimeout(end, patience.silence);
        lastWord = Date.now();
        if (!heard) hear("stream");
        heard = true;
        parser.feed(value);
      }
    } catch {
      // Broken off, by the network or by the timer: whoever follows tries again.
    } finally {
      clearTimeout(timer);
      end();
    }
    return heard ? "heard" : "silent";
  }

  /** Asks once. */
  async function asking(): Promise<Hearing> {
    try {
      const { id, view } = await room.view();
      if (id !== lastId) tell(id, view);
      return "asking";
    } catch (error) {
      return isNoRoom(error) ? "over" : "lost";
    }
  }

  async function follow() {
    let broken = 0;
    while (!stopped) {
      const began = Date.now();
      const outcome = await streamed();
      // One that held for a while is no sign of a proxy that breaks them.
      broken = outcome === "heard" && Date.now() - began > patience.again ? 0 : broken + 1;
      const until = Date.now() + (outcome === "silent" || broken >= BREAKS ? patience.again : 0);
      do {
        if (stopped) return;
        const hearing = await asking();
        if (hearing === "over") return hear("over");
        if (hearing === "lost" || Date.now() < until) hear(hearing);
        await pause(about(patience.between, Math.random()));
        // Where nothing answers at all, the stream is as good a question as any.
        if (hearing === "lost") break;
      } while (Date.now() < until);
    }
  }

  void follow();
  return { stop, wake: () => wake(), drop: () => cut() };
}
