import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { registryContext } from "@/server/trpc/context";
import { fromThisOrigin, serves } from "@/server/trpc/requests";
import { appRouter } from "@/server/trpc/router";

function handle(request: Request) {
  if (!serves("registry")) return new Response(null, { status: 404 });
  if (request.method === "POST" && !fromThisOrigin(request)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: registryContext,
  });
}

export { handle as GET, handle as POST };
