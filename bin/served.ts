import { chmodSync, closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instance, startInstance } from "./instance";
import { start, untilServed } from "./processes";

type Serving = {
  /** What PostgreSQL is told at its start, such as `fsync=off`. */
  readonly settings: readonly string[];
  /** Whether what the server has to say goes into a file; else to this terminal. */
  readonly logged: boolean;
  /** Variables of the server beyond those that every instance has. */
  readonly variables?: Readonly<Record<string, string>>;
};

/**
 * Serves an empty instance of its own from the production build, does the work, and leaves nothing of it behind.
 *
 * @param work is given the file with what the server has to say, empty where that goes to the terminal.
 */
export async function withInstance<Value>(
  { settings, logged, variables = {} }: Serving,
  work: (instance: Instance, log: string) => Promise<Value>,
): Promise<Value> {
  const home = mkdtempSync(join(tmpdir(), "tour-de-table-"));
  // Under root the clusters run as another account, which must be able to reach its folder.
  chmodSync(home, 0o755);
  const instance = await startInstance(
    home,
    undefined,
    settings.flatMap((setting) => ["-c", setting]),
  );
  const log = join(home, "web.log");
  const output = openSync(log, "a");
  const next = start(
    "next",
    ["start", "--hostname", "localhost", "--port", new URL(instance.baseUrl).port],
    { ...process.env, ...instance.env, ...variables, NODE_ENV: "production" },
    logged ? ["ignore", output, output] : "inherit",
  );
  try {
    await untilServed(`${instance.baseUrl}/api/health`);
    return await work(instance, log);
  } finally {
    await next.stop();
    await instance.stop();
    closeSync(output);
    rmSync(home, { recursive: true, force: true });
  }
}
