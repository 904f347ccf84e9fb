import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { startCluster } from "@/db/embedded";

const home = mkdtempSync(join(tmpdir(), "tour-de-table-restart-test-"));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** How long something of a killed server stays, in milliseconds. */
const HELD = 1_000;

it("[A197] a cluster whose server was killed starts again on its files, once nothing of it runs any more", async () => {
  const before = await startCluster(home);
  const sql = postgres(before.url("postgres"), { max: 1, onclose: () => undefined });
  await sql`CREATE TABLE kept AS SELECT 1 AS one`;
  const [backend] = await sql<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const pid = backend?.pid ?? 0;
  // A process of the server that does not notice its end, as one that is at work does not.
  process.kill(pid, "SIGSTOP");
  process.kill(before.pid, "SIGKILL");
  await before.stop();
  setTimeout(() => process.kill(pid, "SIGCONT"), HELD);
  const after = await startCluster(home);
  const again = postgres(after.url("postgres"), { max: 1 });
  expect(await again`SELECT one FROM kept`).toMatchObject([{ one: 1 }]);
  await Promise.all([sql.end({ timeout: 0 }), again.end()]);
  await after.stop();
}, 120_000);
