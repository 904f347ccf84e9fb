import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs `npm run <command> -- <args>` as whoever operates the instance would, and gives what it prints. */
export async function operate(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, ["bin/run.mjs", command, ...args]);
  return stdout;
}
