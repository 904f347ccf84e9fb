import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { closingContext } from "@/server/trpc/closing-context";
import { closingRouter } from "@/server/trpc/closing-router";
import { refusedByRegistry, serves } from "@/server/trpc/requests";

export function POST(request: Request) {
  if (!serves("closing")) return new Response(null, { status: 404 });
  const refused = refusedByRegistry(request);
  if (refused !== null) return refused;
  return fetchRequestHandler({
    endpoint: "/api/closing",
    req: request,
    router: closingRouter,
    createContext: closingContext,
  });
}
