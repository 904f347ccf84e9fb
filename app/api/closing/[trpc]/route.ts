import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { closingContext } from "@/server/trpc/closing-context";
import { closingRouter } from "@/server/trpc/closing-router";
import { refusedByRegistry, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/** Closes that one process answers at the same time: there is one for a round, and its hosts' impatience. */
const AT_ONCE = 16;

function handle(request: Request) {
  if (!serves("closing")) return new Response(null, { status: 404 });
  const refused = refusedByRegistry(request);
  if (refused !== null) return refused;
  return fetchRequestHandler({
    endpoint: "/api/closing",
    req: request,
    router: closingRouter,
    allowBatching: false,
    createContext: closingContext,
  });
}

export const POST = atMost(AT_ONCE, handle);
