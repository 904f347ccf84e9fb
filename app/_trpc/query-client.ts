import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";

/** Pages hydrate what the server fetched, so nothing is asked twice in the first minute. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, retry: false },
      // Without a connection an act is refused at once: nothing is signed or opened unseen minutes later.
      mutations: { networkMode: "always" },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}
