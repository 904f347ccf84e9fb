// The entry of every npm script. It runs on whatever Node the machine has, installs what is missing, and hands over to
// the Node that the project pins. No dependency may be imported here.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Package versions by path, as a lockfile lists them; optional packages of other systems are left out. */
function versionsIn(lockfile) {
  const { packages } = JSON.parse(readFileSync(join(root, lockfile), "utf8"));
  return Object.entries(packages).filter(([path, { optional }]) => path !== "" && !optional);
}

/** Whether what is installed is what the lockfile says. npm keeps a list of what it installed beside it. */
function isInstalled() {
  const installed = join("node_modules", ".package-lock.json");
  if (!existsSync(join(root, installed)) || !existsSync(pinnedNode)) return false;
  const present = new Map(versionsIn(installed));
  return versionsIn("package-lock.json").every(
    ([path, { version }]) => present.get(path)?.version === version,
  );
}

/** Runs a command with this terminal, passing signals on, and gives its exit code. */
function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env });
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass);
    process.on("SIGTERM", pass);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", pass);
      process.off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1));
    });
  });
}

async function install() {
  console.error("Installing what the lockfile lists. This happens once.");
  const npm = process.env.npm_execpath;
  // Development dependencies carry the pinned Node, so they are installed whatever NODE_ENV says.
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit"];
  return npm ? run(process.execPath, [npm, ...args]) : run("npm", args);
}

const [command, ...rest] = process.argv.slice(2);
if (!isInstalled()) {
  const code = await install();
  if (code !== 0) process.exit(code);
}
const path = [
  join(root, "node_modules", "node", "bin"),
  join(root, "node_modules", ".bin"),
  process.env.PATH,
].join(process.platform === "win32" ? ";" : ":");
process.exit(
  await run(
    pinnedNode,
    ["--conditions=react-server", "--import", "tsx", join("bin", `${command}.ts`), ...rest],
    {
      ...process.env,
      PATH: path,
    },
  ),
);
