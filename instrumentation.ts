/** Methods that no Request object can have. The framework fails over them before anything of ours is asked. */
const UNSPEAKABLE = new Set(["TRACE", "TRACK", "CONNECT"]);

/** As the server starts: takes up its jobs, and lets it answer a request whose method is not known as one of those. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await speakable();
  const { startWork } = await import("./server/work/start");
  void startWork();
}

async function speakable() {
  const { subscribe } = await import("node:diagnostics_channel");
  subscribe("http.server.request.start", (message) => {
    // Published by node:http in this shape, before the server sees the request.
    const { request } = message as { request: { method: string } };
    if (UNSPEAKABLE.has(request.method)) request.method = "PROPFIND";
  });
}
