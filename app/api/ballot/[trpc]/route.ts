import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { ballotContext } from "@/server/ballots/context";
import { ballotRouter } from "@/server/ballots/router";
import { refusedAtTheDoor, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/** Requests that one process answers at the same time; more would only wait longer. */
const AT_ONCE = 256;

function handle(request: Request) {
  if (!serves("ballot")) return new Response(null, { status: 404 });
  const refused = refusedAtTheDoor(request);
  if (refused !== null) return refused;
  return fetchRequestHandler({
    endpoint: "/api/ballot",
    req: request,
    router: ballotRouter,
    allowBatching: false,
    createContext: ballotContext,
  });
}

/** The ballot box's own address. What could say who is asking is refused before anything is read. */
export const POST = atMost(AT_ONCE, handle);
