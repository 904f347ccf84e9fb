/** Methods that no Request object can have. The framework fails over them before anything of ours is asked. */
const UNSPEAKABLE = new Set(["TRACE", "TRACK", "CONNECT"]);

/**
 * As the server starts: ends it where its environment is not what it needs, however it was started, and else takes up its
 * jobs, lets it answer a request of an unspeakable method as one whose method is not known here, and lets it end although it
 * is asked on.
 */
export async function register() {
  // Written so that the framework's other runtime, in which nothing of ours runs, is built without what follows.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { environmentProblems } = await import("./server/env");
    const { endUnlessComplete } = await import("./server/starting");
    endUnlessComplete(environmentProblems(process.env));
    // next-auth reads its address under this name alone.
    process.env.NEXTAUTH_URL ??= process.env.AUTH_URL ?? "";
    const { subscribe } = await import("node:diagnostics_channel");
    subscribe("http.server.request.start", (message) => {
      // Published by node:http in this shape, before the server sees the request.
      const { request, response, server } = message as {
        request: { method: string };
        response: { shouldKeepAlive: boolean };
        server: { listening: boolean };
      };
      if (UNSPEAKABLE.has(request.method)) request.method = "PROPFIND";
      // One that is to end keeps no connection: pages that ask again and again would hold it for good.
      if (!server.listening) response.shouldKeepAlive = false;
    });
    const { startWork } = await import("./server/work/start");
    // Not waited for: pages are served while the database is not there yet.
    void startWork();
  }
}
