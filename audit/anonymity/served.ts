import { chmodSync, closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instance, startInstance } from "@/bin/instance";
import { start, untilServed } from "@/bin/processes";

/** Everything that PostgreSQL could write down, written down, were it not for the roles; and no wait for the disk. */
const TALKATIVE = [
  "fsync=off",
  "log_statement=all",
  "log_min_duration_statement=0",
  "log_lock_waits=on",
  "deadlock_timeout=100ms",
  "log_connections=on",
  "log_checkpoints=on",
].flatMap((setting) => ["-c", setting]);

/** A whole instance of its own, served in production as `npm start` does, its output in a file; gone afterwards. */
export async function withInstance<Value>(
  work: (instance: Instance, serverLog: string) => Promise<Value>,
): Promise<Value> {
  const home = mkdtempSync(join(tmpdir(), "tour-de-table-audit-"));
  chmodSync(home, 0o755);
  const instance = await startInstance(home, undefined, TALKATIVE);
  const serverLog = join(home, "web.log");
  const output = openSync(serverLog, "a");
  const port = new URL(instance.baseUrl).port;
  const next = start(
    "next",
    ["start", "--hostname", "localhost", "--port", port],
    { ...process.env, ...instance.env, NODE_ENV: "production" },
    ["ignore", output, output],
  );
  try {
    await untilServed(`${instance.baseUrl}/api/health`);
    return await work(instance, serverLog);
  } finally {
    await next.stop();
    await instance.stop();
    closeSync(output);
    rmSync(home, { recursive: true, force: true });
  }
}
