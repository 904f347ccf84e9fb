import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { registryContext } from "@/server/trpc/context";
import { refusedByRegistry, serves } from "@/server/trpc/requests";
import { appRouter } from "@/server/trpc/router";
import { atMost } from "@/server/trpc/shedding";

/** Requests that one process answers at the same time; more would only wait longer. */
const AT_ONCE = 256;

/** Calls that one request may hold; the pages send no more together. */
const MOST_CALLS = 20;

function handle(request: Request) {
  if (!serves("registry")) return new Response(null, { status: 404 });
  const refused = refusedByRegistry(request);
  if (refused !== null) return refused;
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: MOST_CALLS,
    createContext: registryContext,
  });
}

const sheltered = atMost(AT_ONCE, handle);

export { sheltered as GET, sheltered as POST };
