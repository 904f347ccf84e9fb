import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Cluster, freePort, startCluster } from "@/db/embedded";
import { migrateBallot, migrateRegistry } from "@/db/migrate";
import { ensureDatabase } from "@/db/roles";
import { startOutbox } from "./outbox";

/** The variables of a whole instance on this machine: two clusters, its own secrets, mail into a folder. */
export type Instance = {
  readonly env: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  /** Process numbers of both clusters. */
  readonly clusters: readonly number[];
  readonly registry: Cluster;
  readonly ballot: Cluster;
  readonly stop: () => Promise<void>;
};

type Secrets = Readonly<Record<string, string>>;

const inBase64 = (pem: string | Buffer) => Buffer.from(pem).toString("base64");

/** Secrets of an instance, made anew: every key and password that it has. */
export function freshSecrets(): Secrets {
  const manifest = generateKeyPairSync("ed25519");
  return {
    AUTH_SECRET: randomBytes(32).toString("base64"),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    CHALLENGE_KEY: randomBytes(32).toString("base64"),
    REGISTRY_PASSWORD: randomBytes(24).toString("base64url"),
    BALLOT_PASSWORD: randomBytes(24).toString("base64url"),
    MANIFEST_SIGNING_KEY: inBase64(manifest.privateKey.export({ type: "pkcs8", format: "pem" })),
    MANIFEST_PUBLIC_KEY: inBase64(manifest.publicKey.export({ type: "spki", format: "pem" })),
  };
}

function keptSecrets(directory: string): Secrets {
  const file = join(directory, "secrets.json");
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify(freshSecrets(), null, 2), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  // Written by the lines above.
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}

/** The database's address for the role of its name, which owns it and has a password of its own. */
async function migrated(
  cluster: Cluster,
  name: string,
  password: string,
  migrate: (url: string) => Promise<void>,
): Promise<string> {
  const url = await ensureDatabase(cluster, name, { role: name, password });
  await migrate(url);
  return url;
}

/**
 * Starts all that one process in role `all` needs, under `directory`, which keeps it for the next start: two clusters,
 * migrated, and a mail server that writes each mail to a file.
 */
export async function startInstance(
  directory: string,
  port?: number,
  flags: readonly string[] = [],
): Promise<Instance> {
  const home = resolve(directory);
  mkdirSync(home, { recursive: true });
  const { REGISTRY_PASSWORD = "", BALLOT_PASSWORD = "", ...secrets } = keptSecrets(home);
  const registry = await startCluster(join(home, "registry"), flags);
  const ballot = await startCluster(join(home, "ballot"), flags);
  const outbox = await startOutbox(join(home, "outbox"));
  const [registryUrl, ballotUrl] = await Promise.all([
    migrated(registry, "registry", REGISTRY_PASSWORD, migrateRegistry),
    migrated(ballot, "ballot", BALLOT_PASSWORD, migrateBallot),
  ]);
  const baseUrl = `http://localhost:${port ?? (await freePort())}`;
  return {
    baseUrl,
    clusters: [registry.pid, ballot.pid],
    registry,
    ballot,
    env: {
      ...secrets,
      TDT_ROLE: "all",
      TDT_OUTBOX: outbox.directory,
      DATABASE_URL: registryUrl,
      BALLOT_DATABASE_URL: ballotUrl,
      AUTH_URL: baseUrl,
      NEXTAUTH_URL: baseUrl,
      AUTH_EMAIL_FROM: "Tour de Table <no-reply@localhost>",
      SMTP_URL: outbox.url,
      BALLOT_URL: baseUrl,
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stop: async () => {
      await Promise.all([registry.stop(), ballot.stop(), outbox.stop()]);
    },
  };
}
