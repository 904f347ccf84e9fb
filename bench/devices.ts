import { get, type IncomingMessage } from "node:http";
import type { RoomView } from "@/domain/room/view";

// A process of its own that holds devices' streams and does as they do: it follows, and loads each finding that is shown.
export type Room = { readonly urls: readonly string[]; readonly code: string };
export type Order =
  | ({ readonly does: "follow"; readonly devices: number } & Room)
  | { readonly does: "report" }
  | { readonly does: "forget" }
  | { readonly does: "leave" };
/** One view, and when devices had it: milliseconds of the epoch, one for each. */
export type Heard = { readonly view: RoomView; readonly at: readonly number[] };
/** A finding that a device loaded: from when it was asked to its last byte. */
export type Loaded = { readonly milliseconds: number; readonly status: number; readonly at: number };
/** What came since devices last forgot. */
export type Report = {
  readonly heard: readonly Heard[];
  readonly loaded: readonly Loaded[];
  /** Streams that ended, and requests that came to nothing, with what was said of it. */
  readonly failures: readonly string[];
};

/** Streams that are begun at the same time. */
const JOINING = 50;

const now = () => performance.timeOrigin + performance.now();
const heard = new Map<string, { view: RoomView; at: number[] }>();
let loaded: Loaded[] = [];
const failures: string[] = [];
const streams = new Set<IncomingMessage>();

const urlOf = (base: string, procedure: string, input: object): URL => {
  const url = new URL(`/api/room/${procedure}`, base);
  url.searchParams.set("input", JSON.stringify(input));
  return url;
};

/** Loads a finding over a connection of its own, as a device whose last one is closed by then. */
function load(base: string, code: string, index: number): void {
  const asked = now();
  const done = (status: number) => {
    const at = now();
    loaded.push({ milliseconds: at - asked, status, at });
  };
  get(urlOf(base, "finding", { code, index }), { agent: false }, (response) => {
    response.resume();
    response.on("end", () => done(response.statusCode ?? 0));
    response.on("error", () => done(0));
  }).on("error", () => done(0));
}

/** Follows with one device. Resolves once it has its first view; what comes later is kept until it is asked for. */
function follow(base: string, code: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let finding: number | null = null;
  const event = (text: string) => {
    const lines = text.split("\n");
    const value = (field: string) =>
      lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
    const id = value("id");
    const data = value("data");
    if (id === undefined || data === undefined) return;
    const at = now();
    const view = JSON.parse(data) as RoomView; // the stream's own type
    const known = heard.get(id);
    if (known === undefined) heard.set(id, { view, at: [at] });
    else known.at.push(at);
    resolve();
    const shown = view.finding?.index ?? null;
    if (shown !== null && shown !== finding) load(base, code, shown);
    finding = shown;
  };
  const asked = get(
    urlOf(base, "follow", { code }),
    { agent: false, headers: { accept: "text/event-stream" } },
    (stream) => {
      if (stream.statusCode !== 200) return reject(new Error(`a stream was refused: ${stream.statusCode}`));
      streams.add(stream);
      let rest = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop() ?? "";
        for (const one of events) event(one);
      });
      stream.on("error", () => undefined);
      stream.on("close", () => {
        if (streams.delete(stream)) failures.push("a stream ended");
      });
    },
  );
  asked.on("error", (error) => reject(error));
  return promise;
}

async function followWith({ urls, code, devices }: Room & { readonly devices: number }): Promise<void> {
  let begun = 0;
  const lane = async () => {
    while (begun < devices) {
      const url = urls[begun % urls.length] ?? "";
      begun += 1;
      await follow(url, code);
    }
  };
  await Promise.all(Array.from({ length: JOINING }, lane));
}

const report = (): Report => ({ heard: [...heard.values()], loaded, failures });

function forget(): void {
  heard.clear();
  loaded = [];
}

function leave(): void {
  for (const stream of streams) {
    streams.delete(stream);
    stream.destroy();
  }
  forget();
}

process.on("message", async (order: Order) => {
  try {
    if (order.does === "follow") await followWith(order);
    if (order.does === "forget") forget();
    if (order.does === "leave") leave();
    process.send?.(report());
  } catch (error) {
    failures.push(String(error));
    process.send?.(report());
  }
});
process.on("disconnect", () => process.exit(0));
