import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildUnlessFresh } from "./building";
import { chromiumPath } from "./chromium";
import { startInstance } from "./instance";
import { exitWhenInterrupted, run, start, untilServed } from "./processes";

/** Builds, serves an empty instance, and runs the end-to-end tests against it. Gives the exit code. */
export async function runEndToEnd(args: readonly string[]): Promise<number> {
  const chromium = chromiumPath();
  const built = await buildUnlessFresh();
  if (built !== 0) return built;
  const home = mkdtempSync(join(tmpdir(), "tour-de-table-e2e-"));
  chmodSync(home, 0o755);
  const instance = await startInstance(home, undefined, ["-c", "fsync=off"]);
  const port = new URL(instance.baseUrl).port;
  const next = start("next", ["start", "--hostname", "localhost", "--port", port], {
    ...process.env,
    ...instance.env,
    NODE_ENV: "production",
  });
  try {
    await untilServed(`${instance.baseUrl}/api/health`);
    return await run("playwright", ["test", ...args], {
      ...process.env,
      ...instance.env,
      BASE_URL: instance.baseUrl,
      CHROMIUM_PATH: chromium,
    });
  } finally {
    await next.stop();
    await instance.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

// `node bin/run.mjs e2e`: the end-to-end tests alone, with Playwright's own arguments.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  exitWhenInterrupted();
  process.exit(await runEndToEnd(process.argv.slice(2)));
}
