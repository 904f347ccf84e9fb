import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";

/** Runs a command with this terminal, its output to another file descriptor if one is named, and gives its exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  output: number | "inherit" = "inherit",
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["inherit", output, "inherit"], env });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Starts a command that goes on, its output to a file descriptor if one is named; `stop` ends it and waits until it is gone. */
export function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions = "inherit",
): { child: ChildProcess; stop: () => Promise<void> } {
  // A group of its own, so that Ctrl-C in the terminal reaches only us and we end things in order.
  const child = spawn(command, args, { stdio, env, detached: true });
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const end = () => {
    const runs = child.exitCode === null && child.signalCode === null;
    if (runs && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  };
  // It never outlives us, however we end.
  process.once("exit", end);
  const stop = async () => {
    process.off("exit", end);
    end();
    await gone;
  };
  return { child, stop };
}

/** Waits until the address answers; throws after `seconds`. */
export async function untilServed(url: string, seconds = 60): Promise<void> {
  for (let waited = 0; waited < seconds * 5; waited += 1) {
    const served = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (served) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within ${seconds} seconds.`);
}

/** Lets Ctrl-C end this process as its end would, servers and clusters included, instead of at once and without them. */
export function exitWhenInterrupted(): void {
  process.on("SIGINT", () => process.exit(130));
  process.on("SIGTERM", () => process.exit(143));
}

/**
 * Resolves when the person presses Ctrl-C or the process is asked to end. Asked again, it goes on ending in order: a
 * terminal's Ctrl-C arrives here twice, from the terminal and from npm.
 */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
}
