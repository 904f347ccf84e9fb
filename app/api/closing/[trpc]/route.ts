import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { closingContext } from "@/server/trpc/closing-context";
import { closingRouter } from "@/server/trpc/closing-router";
import { refusedByRegistry, serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

/** Requests that one process answers at the same time: closes, and the few who code answers. */
const AT_ONCE = 32;

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

const limited = atMost(AT_ONCE, handle);

export { limited as GET, limited as POST };
