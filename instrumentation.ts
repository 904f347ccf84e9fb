/** Methods that no Request object can have. The framework fails over them before anything of ours is asked. */
const UNSPEAKABLE = new Set(["TRACE", "TRACK", "CONNECT"]);

/** Ends a process that is half-configured, having said all that is wrong at once. */
async function refuseHalfConfigured() {
  const { environmentProblems } = await import("./server/env");
  const problems = environmentProblems(process.env);
  if (problems.length === 0) return;
  const words = ["Tour de Table cannot start:", ...problems, "See .env.example."];
  process.stderr.write(`${words.join("\n")}\n`);
  process.exit(1);
}

/**
 * As the server starts: ends it where its environment is not what it needs, however it was started, and else takes up its
 * jobs and lets it answer a request of an unspeakable method as one whose method is not known here.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await refuseHalfConfigured();
  // next-auth reads its address under this name alone.
  process.env.NEXTAUTH_URL ??= process.env.AUTH_URL ?? "";
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
