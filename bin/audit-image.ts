import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playStage } from "@/audit/image/play";
import { servedFiles } from "@/audit/image/served";
import { stagesOf } from "@/audit/image/stages";
import { startInstance } from "./instance";

// `npm run audit:image`: plays the Dockerfile without an engine. Each line is done in a clean folder with what git holds
// of this tree; what comes of it is started as another user, first without variables, then on databases of its own, asked
// for its health, and for every file of a report. One JSON object on standard output.
const NOBODY = 65_534;
const asAnother = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const scratch = mkdtempSync(join(tmpdir(), "tour-de-table-image-"));
chmodSync(scratch, 0o755);
const stages = stagesOf(readFileSync("Dockerfile", "utf8"));
const web = stages.at(-1);
if (web?.command == null || web.health == null)
  throw new Error("The last stage has no CMD or no HEALTHCHECK.");
const [command, health] = [web.command, web.health];

/** A line in JSON form, run by this Node where the image has one. */
const withOurNode = ([program = "", ...args]: readonly string[]) =>
  [program === "node" ? process.execPath : program, args] as const;

function succeeded({ status, stdout, stderr }: SpawnSyncReturns<string>, what: string): void {
  if (status !== 0) throw new Error(`${what} ended with ${status}: ${stdout}${stderr}`);
}

async function whileServing(
  work: () => Promise<Record<string, number>>,
  cwd: string,
  env: NodeJS.ProcessEnv,
) {
  const [program, args] = withOurNode(command);
  const server = spawn(program, args, { cwd, env, ...asAnother, stdio: ["ignore", "inherit", "inherit"] });
  const gone = new Promise((resolve) => server.once("exit", resolve));
  try {
    const [checker, checkerArgs] = withOurNode(health);
    const check = () => spawnSync(checker, checkerArgs, { cwd, env, ...asAnother, encoding: "utf8" });
    for (let tried = 0; tried < 60 && check().status !== 0; tried += 1)
      await new Promise((resolve) => setTimeout(resolve, 500));
    succeeded(check(), "The health check");
    return await work();
  } finally {
    server.kill("SIGTERM");
    await gone;
  }
}

try {
  const context = join(scratch, "context");
  mkdirSync(context);
  const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" });
  execFileSync("tar", ["-c", "--null", "-T", "-", "-f", join(scratch, "context.tar")], { input: files });
  execFileSync("tar", ["-x", "-f", join(scratch, "context.tar"), "-C", context]);
  const { root, workdir, env } = playStage(web.name, stages, { context, scratch });
  const cwd = join(root, workdir);
  const minimal = { PATH: process.env.PATH, NODE_ENV: "production" as const, ...env };
  const [program, args] = withOurNode(command);
  const bare = spawnSync(program, args, {
    cwd,
    env: minimal,
    ...asAnother,
    encoding: "utf8",
    timeout: 60_000,
  });
  if (bare.status !== 1 || !bare.stderr.includes("TDT_ROLE is missing."))
    throw new Error(`Without variables it should refuse to start, and did not: ${bare.stdout}${bare.stderr}`);
  const instance = await startInstance(join(scratch, "instance"));
  try {
    const port = new URL(instance.baseUrl).port;
    // NEXTAUTH_URL is the server's own to set.
    const { NEXTAUTH_URL: _, ...given } = instance.env;
    const serving = { ...minimal, ...given, PORT: port };
    const served = await whileServing(
      () => servedFiles(instance.baseUrl, instance.env.DATABASE_URL ?? ""),
      cwd,
      serving,
    );
    const size = Number(execFileSync("du", ["-sm", cwd], { encoding: "utf8" }).split("\t")[0]);
    console.log(
      JSON.stringify(
        { user: web.user, megabytes: size, refused: bare.stderr.trim().split("\n"), served },
        null,
        2,
      ),
    );
  } finally {
    await instance.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
