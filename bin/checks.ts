import { run } from "./processes";

const CHECKS = [
  { name: "style", command: "biome", args: ["ci", "--max-diagnostics=50"] },
  { name: "route types", command: "next", args: ["typegen"] },
  { name: "types", command: "tsc", args: ["--noEmit"] },
  { name: "unused files, exports and packages", command: "knip", args: [] },
] as const;

/** Runs each check and gives its exit code. */
export async function runChecks(): Promise<{ name: string; code: number }[]> {
  const done = [];
  for (const { name, command, args } of CHECKS) {
    console.log(`\nCheck: ${name}`);
    done.push({ name, code: await run(command, args) });
  }
  return done;
}
