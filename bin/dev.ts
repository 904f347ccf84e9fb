import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { startInstance } from "./instance";
import { start, untilInterrupted } from "./processes";

// `npm run dev`: the development server with its own clusters and mail under .data/dev, kept from one start to the next.
const HOME = ".data/dev";
const RUNNING = `${HOME}/server.json`;

async function alreadyServedAt(): Promise<string | null> {
  try {
    const { baseUrl } = JSON.parse(readFileSync(RUNNING, "utf8")) as { baseUrl: string }; // written below
    await fetch(`${baseUrl}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return baseUrl;
  } catch {
    return null;
  }
}

const served = await alreadyServedAt();
if (served !== null) {
  console.log(`This tree is already served at ${served}. Stop that server first, or use it.`);
  process.exit(0);
}
mkdirSync(HOME, { recursive: true });
const port = Number(process.env.PORT ?? 3000);
const instance = await startInstance(HOME, port);
writeFileSync(RUNNING, JSON.stringify({ baseUrl: instance.baseUrl, env: instance.env }), { mode: 0o600 });
// The server's own bundles must not be resolved under the condition that the scripts run with.
const next = start("next", ["dev", "--hostname", "localhost", "--port", String(port)], {
  ...process.env,
  ...instance.env,
});
next.child.on("exit", () => process.kill(process.pid, "SIGTERM"));
await untilInterrupted();
await next.stop();
await instance.stop();
rmSync(RUNNING, { force: true });
process.exit(0);
