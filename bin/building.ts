import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes";

const SOURCES = [
  "app",
  "domain",
  "server",
  "db",
  "messages",
  "next.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "package-lock.json",
  "tsconfig.json",
];
const STAMP = ".next/built-from";

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesUnder))
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * Builds for production unless the last build came from these very sources. Gives the exit code.
 *
 * @param output where the build says how it goes, a file descriptor; standard output if not named.
 * @param standalone whether all that a server needs is gathered in .next/standalone, too.
 */
export async function buildUnlessFresh(output?: number, standalone = false): Promise<number> {
  const sources = fingerprintOfSources();
  const built = standalone ? ".next/standalone/server.js" : ".next/BUILD_ID";
  if (existsSync(STAMP) && existsSync(built) && readFileSync(STAMP, "utf8") === sources) return 0;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(standalone && { TDT_STANDALONE: "1" }),
  };
  const code = await run("next", ["build"], env, output);
  if (code === 0) writeFileSync(STAMP, sources);
  return code;
}
