import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Account, serverAccount } from "./account";
import { binariesFor } from "./binaries";
import { clearLock, takeOwnership } from "./cluster-lock";
import { reachableFolder } from "./reachable";

/** A PostgreSQL cluster of our own. */
export type Cluster = {
  /** The superuser's address of a database. */
  readonly url: (database: string) => string;
  readonly pid: number;
  /** Where its data lie, and the file to which it adds what it has to say. */
  readonly files: string;
  readonly log: string;
  readonly stop: () => Promise<void>;
};

const PASSWORD = "embedded";
const SETTINGS = [
  // No statement and no error of one reaches the log ("log" stands above "error"): they would carry parameters.
  ...["log_min_messages=log", "log_min_error_statement=panic"],
  // And at no socket in a folder of everybody's, where the lock of a server that was killed stays in the way of the next.
  ...["listen_addresses=127.0.0.1", "unix_socket_directories="],
];
const READY = "database system is ready to accept connections";

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

function initialise(initdb: string, files: string, account: Account): void {
  mkdirSync(files, { recursive: true, mode: 0o700 });
  const passwordFile = `${files}.password`;
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [files, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = [
    `--pgdata=${files}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
  ];
  try {
    execFileSync(initdb, [...args, "--encoding=UTF8", "--locale=C"], { ...account, cwd: "/", stdio: "pipe" });
  } finally {
    rmSync(passwordFile);
  }
}

/** Resolves when the server takes connections; rejects with its last words where it ends instead. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2_000);
      if (said.includes(READY)) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start. ${said}`)));
  });
}

/** What PostgreSQL says while something of a killed server still runs on its files. It ends by itself within moments. */
const REMAINS = "is still in use";
const TRIES = 100;
const PAUSE = 100;

/** Starts a server until nothing of a killed one is in its way. */
async function startedServer(launch: () => ChildProcess): Promise<ChildProcess> {
  for (let tried = 1; ; tried += 1) {
    const server = launch();
    try {
      await untilReady(server);
      return server;
    } catch (error) {
      const remains = error instanceof Error && error.message.includes(REMAINS);
      if (!remains || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/**
 * Starts a real PostgreSQL 18 on 127.0.0.1 with its files under `directory`, made at the first start and kept. It ends
 * with this process at the latest. Throws where a server that somebody else started runs on these files.
 *
 * @param fixedPort where it listens; a port that is free if not named.
 */
export async function startCluster(
  directory: string,
  flags: readonly string[] = [],
  fixedPort?: number,
): Promise<Cluster> {
  const account = serverAccount();
  const binaries = await binariesFor(account);
  const folder = reachableFolder(directory, account);
  const files = join(folder, "cluster");
  await clearLock(folder, files);
  if (!existsSync(join(files, "PG_VERSION"))) initialise(binaries.initdb, files, account);
  takeOwnership(folder);
  const port = fixedPort ?? (await freePort());
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  let running: ChildProcess | undefined;
  const end = () => void running?.kill("SIGINT");
  process.once("exit", end);
  const log = join(folder, "server.log");
  const server = await startedServer(() => {
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we end things in order.
    running = spawn(binaries.postgres, ["-D", files, "-p", String(port), ...settings, ...flags], {
      ...account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.stderr?.pipe(createWriteStream(log, { flags: "a", mode: 0o600 }));
    return running;
  });
  const gone = new Promise<void>((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    server.once("exit", () => resolve());
  });
  return {
    url: (database) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`,
    pid: server.pid ?? 0,
    files,
    log,
    stop: async () => {
      process.off("exit", end);
      end();
      await gone;
    },
  };
}
