import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import type { BallotDatabase } from "@/db/ballot/client";
import { type Connection, connectBallot, connectRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { LOGINS, TEMPLATE } from "./template";

/** The address, for the role that owns it, of a new database, made as a copy of `template`: the migrated one, or PostgreSQL's own empty one. */
export async function newDatabase(
  side: keyof typeof LOGINS,
  template: typeof TEMPLATE | "template1" = TEMPLATE,
): Promise<string> {
  const cluster = inject(side);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const { role, password } = LOGINS[side];
  const sql = postgres(`${cluster}postgres`, { max: 1 });
  await sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(template)} OWNER ${sql(role)}`;
  await sql.end();
  const url = new URL(`${cluster}${name}`);
  url.username = role;
  url.password = password;
  return url.href;
}

function closedAfterTheFile<Database>(connection: Connection<Database>): Database {
  afterAll(() => connection.end());
  return connection.db;
}

/** A registry of this test file's own, migrated and empty. Call once, at the top of the file. */
export async function registryDatabase(): Promise<RegistryDatabase> {
  return closedAfterTheFile(connectRegistry(await newDatabase("registryCluster")));
}

/** A ballot database of this test file's own, migrated and empty. Call once, at the top of the file. */
export async function ballotDatabase(): Promise<BallotDatabase> {
  return closedAfterTheFile(connectBallot(await newDatabase("ballotCluster")));
}
