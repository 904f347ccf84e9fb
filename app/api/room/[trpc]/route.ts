import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { roomContext, roomIsFull } from "@/server/room/context";
import { roomRouter } from "@/server/room/router";
import { refusal, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/**
 * Requests that one process begins to answer at the same time: all who follow may ask for a finding as it is shown, and are
 * answered from memory. Streams that have begun are counted by themselves.
 */
const AT_ONCE = 3_000;

const answered = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: "/api/room",
    req: request,
    router: roomRouter,
    allowBatching: false,
    createContext: roomContext,
  });

const sheltered = atMost(AT_ONCE, answered);

/** The session in the room, for everybody alike: neither a cookie nor an address is asked for. */
export function GET(request: Request): Response | Promise<Response> {
  if (!serves("registry")) return new Response(null, { status: 404 });
  const toFollow = new URL(request.url).pathname.endsWith("/follow");
  // Said before the stream begins, so that whoever is turned away asks now and then instead.
  return toFollow && roomIsFull() ? refusal(503, "busy") : sheltered(request);
}
