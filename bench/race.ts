import { request } from "node:http";
import { text as textOf } from "node:stream/consumers";

// A process of its own that sends each submission at its moment, over a connection of its own, and tells what became of it.
export type Race = {
  readonly path: string;
  /** Milliseconds of the epoch. */
  readonly moment: number;
  readonly submissions: readonly {
    readonly url: string;
    readonly body: string;
    /** Milliseconds after that moment; before it where they are negative. */
    readonly after: number;
  }[];
};
export type Arrived = {
  /** 0 where nothing came back. */
  readonly status: number;
  /** The code of a refusal; null where it was accepted. */
  readonly refusal: string | null;
  readonly sentence: string | null;
  /** Milliseconds of the epoch. */
  readonly sentAt: number;
  readonly answeredAt: number;
};
/** tRPC's envelope. */
type Reply = { result?: object; error?: { message: string; data?: { refusal?: string } } };

const now = () => performance.timeOrigin + performance.now();

/** Whatever is no envelope, as a framework's own page of an error, is empty. */
function legible(text: string): Reply {
  try {
    return JSON.parse(text) as Reply; // checked where it is used
  } catch {
    return {};
  }
}

function send(path: string, url: string, body: string): Promise<Arrived> {
  const sentAt = now();
  return new Promise((resolve) => {
    const nothing = () =>
      resolve({ status: 0, refusal: "nothing came", sentence: null, sentAt, answeredAt: now() });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(new URL(path, url), { method: "POST", agent: false, headers }, async (response) => {
      const text = await textOf(response).catch(() => "");
      const { error, result } = legible(text);
      if (error === undefined && result === undefined) return nothing();
      const refusal = error === undefined ? null : (error.data?.refusal ?? "unexpected");
      const sentence = error?.message ?? null;
      resolve({ status: response.statusCode ?? 0, refusal, sentence, sentAt, answeredAt: now() });
    });
    asked.on("error", nothing);
    asked.end(body);
  });
}

process.on("message", async ({ path, moment, submissions }: Race) => {
  const arrived = await Promise.all(
    submissions.map(async ({ url, body, after }) => {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment + after - now())));
      return send(path, url, body);
    }),
  );
  process.send?.(arrived);
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
