import { Agent, type IncomingMessage, request } from "node:http";
import { MARK } from "./changes";
import type { Draft } from "./endpoint";

/** What came back; status 0 where nothing did. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  /** Where it sends whoever asked. */
  readonly location?: string | undefined;
};

/** Requests that are under way at the same time; far fewer than a process answers at once. */
export const LANES = 16;
/** Milliseconds in which everything is answered, and in which a request that holds back what it announced is. */
const PATIENCE = 30_000;
const PATIENCE_WITH_HALF = 1_500;

const agent = new Agent({ keepAlive: true, maxSockets: LANES });

/** The request with this mark at every place that was left for one. */
export function marked(draft: Draft, mark: string): Draft {
  const put = (text: string) => text.replaceAll(MARK, mark);
  return {
    ...draft,
    address: put(draft.address),
    headers: Object.fromEntries(Object.entries(draft.headers).map(([name, value]) => [name, put(value)])),
    body: typeof draft.body === "string" ? put(draft.body) : draft.body,
  };
}

function textOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const done = () => resolve(Buffer.concat(chunks).toString("utf8"));
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", done);
    response.on("close", done);
  });
}

function once(baseUrl: string, { method, address, headers, body, declared }: Draft): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  const bytes = body === null ? null : Buffer.from(body as string); // text or bytes, both of which it takes
  const length = declared ?? bytes?.length;
  const holdsBack = declared !== undefined;
  return new Promise((resolve) => {
    const asking = request(
      {
        hostname,
        port,
        method,
        path: address,
        agent: holdsBack ? false : agent,
        headers: { ...headers, ...(length !== undefined && { "content-length": String(length) }) },
        timeout: holdsBack ? PATIENCE_WITH_HALF : PATIENCE,
      },
      async (response) => {
        const status = response.statusCode ?? 0;
        resolve({ status, text: await textOf(response), location: response.headers.location });
        if (holdsBack) asking.destroy();
      },
    );
    asking.on("timeout", () => asking.destroy());
    asking.on("error", () => resolve({ status: 0, text: "" }));
    if (bytes !== null) asking.write(bytes);
    if (!holdsBack) asking.end();
  });
}

/** Sends a request; once more where the connection was lost, since a kept one may end as it is used. */
export async function send(baseUrl: string, draft: Draft): Promise<Answer> {
  const answer = await once(baseUrl, draft);
  return answer.status === 0 && draft.declared === undefined ? once(baseUrl, draft) : answer;
}
