import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { followRoom, type Hearing, type Patience } from "@/app/(participant)/_protocol/room-stream";
import type { RoomView } from "@/domain/room/view";

export const QUICK: Patience = { first: 150, silence: 300, between: 40, again: 400 };

export const view = (phase: RoomView["phase"], index: number | null = null): RoomView => ({
  slug: "review",
  title: "Review of practice",
  simulated: false,
  round: {
    id: "r",
    number: 1,
    timeZone: "UTC",
    stage: "open",
    closesAt: "2026-11-26T13:00:00.000Z",
    extended: false,
  },
  phase,
  question: index === null ? null : { index, text: `Question ${index + 1}` },
  questions: 3,
  until: null,
  seats: { enrolled: 12, invited: 14 },
  finding: null,
  provisional: false,
  now: "2026-11-26T12:00:00.000Z",
});

type Asked = { readonly path: string; readonly query: string; readonly headers: IncomingMessage["headers"] };
export type Answer = (asked: Asked, response: ServerResponse) => void;
/** What a test has begun, to be ended after it. */
export const opened: (() => Promise<void>)[] = [];

/** A server that answers as told, and writes down what it was asked. */
export async function serving(answer: Answer) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "", "http://x");
    const one = { path: pathname, query: decodeURIComponent(search), headers: request.headers };
    asked.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { asked, at: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }; // it listens on a port
}

/** Follows, and keeps what it is told until it is awaited. */
export function followed(at: string, patience = QUICK) {
  const [views, hearings]: [RoomView[], Hearing[]] = [[], []];
  const following = followRoom(
    at,
    "7KQ2M4",
    { onView: (one) => views.push(one), onHearing: (one) => hearings.push(one) },
    patience,
  );
  opened.push(async () => following.stop());
  return { ...following, views, hearings };
}

export const streams = (response: ServerResponse) =>
  response.writeHead(200, { "content-type": "text/event-stream" }).write("event: connected\ndata: {}\n\n");
export const says = (response: ServerResponse, id: string, said: RoomView) =>
  response.write(`data: ${JSON.stringify(said)}\nid: ${id}\n\n`);
export const replies = (response: ServerResponse, id: string, said: RoomView) =>
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ result: { data: { id, view: said } } }));
export const refuses = (response: ServerResponse) =>
  response
    .writeHead(412, { "content-type": "application/json" })
    .end(JSON.stringify({ error: { message: "Nothing there.", data: { refusal: "room_code_unknown" } } }));
