import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs `npm run <command> -- <args>` as whoever operates the instance of these variables would, and gives what it prints. */
export async function operateOn(
  variables: Readonly<Record<string, string>>,
  command: string,
  ...args: readonly string[]
): Promise<string> {
  const env = { ...process.env, ...variables };
  const { stdout } = await execute(process.execPath, ["bin/run.mjs", command, ...args], { env });
  return stdout;
}

/** The same on the instance that all tests share. */
export const operate = (command: string, ...args: readonly string[]): Promise<string> =>
  operateOn({}, command, ...args);
