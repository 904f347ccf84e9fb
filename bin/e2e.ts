import { fileURLToPath } from "node:url";
import { buildUnlessFresh } from "./building";
import { chromiumPath } from "./chromium";
import { exitWhenInterrupted, run } from "./processes";
import { withInstance } from "./served";

/** Builds, serves an empty instance, and runs the end-to-end tests against it. Gives the exit code. */
export async function runEndToEnd(args: readonly string[]): Promise<number> {
  const chromium = chromiumPath();
  const built = await buildUnlessFresh();
  if (built !== 0) return built;
  return withInstance({ settings: ["fsync=off"], logged: false }, (instance) =>
    run("playwright", ["test", ...args], {
      ...process.env,
      ...instance.env,
      BASE_URL: instance.baseUrl,
      CHROMIUM_PATH: chromium,
    }),
  );
}

// `node bin/run.mjs e2e`: the end-to-end tests alone, with Playwright's own arguments.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  exitWhenInterrupted();
  process.exit(await runEndToEnd(process.argv.slice(2)));
}
