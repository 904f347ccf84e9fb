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

/** The server of an instance, for whoever wants to see it end without a warning and come back. */
export type Server = {
  /** Ends it at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Serves again, at the same address on the same clusters. */
  readonly again: () => Promise<void>;
};

/**
 * Serves an empty instance of its own from the production build, does the work, and leaves nothing of it behind.
 *
 * @param work is given the file with what the server has to say, empty where that goes to the terminal, and the server.
 */
export async function withInstance<Value>(
  { settings, logged, variables = {} }: Serving,
  work: (instance: Instance, log: string, server: Server) => Promise<Value>,
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
  const serve = () =>
    start(
      "next",
      ["start", "--hostname", "localhost", "--port", new URL(instance.baseUrl).port],
      { ...process.env, ...instance.env, ...variables, NODE_ENV: "production" },
      logged ? ["ignore", output, output] : "inherit",
    );
  const served = () => untilServed(`${instance.baseUrl}/api/health`);
  let next = serve();
  const server: Server = {
    kill: async () => {
      if (next.child.pid !== undefined) process.kill(-next.child.pid, "SIGKILL");
      await next.stop();
    },
    again: async () => {
      next = serve();
      await served();
    },
  };
  try {
    await served();
    return await work(instance, log, server);
  } finally {
    await next.stop();
    await instance.stop();
    closeSync(output);
    rmSync(home, { recursive: true, force: true });
  }
}
