import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OWNER = "owner.pid";

/** Whether this process still runs, and is the one that was meant: its number alone may long be another's. */
function runs(pid: number, named: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = `/proc/${pid}/cmdline`;
  return !existsSync("/proc/self") || (existsSync(command) && readFileSync(command, "utf8").includes(named));
}

const pidIn = (file: string): number | null =>
  existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;

/** Notes that this process runs the cluster in this folder. */
export function takeOwnership(folder: string): void {
  writeFileSync(join(folder, OWNER), String(process.pid));
}

/**
 * Makes the files of a cluster free to start on. A server whose starter was killed is ended; one whose starter still runs
 * is left alone, and this throws; the lock of one that is gone is removed.
 */
export async function clearLock(folder: string, files: string): Promise<void> {
  const lock = join(files, "postmaster.pid");
  const server = pidIn(lock);
  if (server === null) return;
  if (!runs(server, files)) {
    rmSync(lock);
    return;
  }
  const owner = pidIn(join(folder, OWNER));
  if (owner !== null && owner !== process.pid && runs(owner, "node"))
    throw new Error(
      `PostgreSQL is already running on ${files}. Stop what started it (process ${owner}), then try again.`,
    );
  process.kill(server, "SIGINT");
  while (runs(server, files)) await new Promise((resolve) => setTimeout(resolve, 50));
}
