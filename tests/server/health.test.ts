import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, describe, expect, inject, it, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { type Connection, connectBallot, connectRegistry } from "@/db/connect";
import { freePort } from "@/db/embedded";
import { roundKeys } from "@/db/registry/schema";
import { makeRoundKey } from "@/server/manifest/keys";
import { ballotDatabase, newDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const opened: Connection<unknown>[] = [];
afterAll(() => Promise.all(opened.map(({ end }) => end())));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** What the address says of a process in this role whose databases lie there. */
async function said(role: string, urls: { registry?: string; ballot?: string }) {
  vi.stubEnv("TDT_ROLE", role);
  // Where the server keeps its pools; without one it would ask the environment for an address, and find none here.
  const registry = urls.registry && connectRegistry(urls.registry);
  const ballot = urls.ballot && connectBallot(urls.ballot);
  for (const connection of [registry, ballot]) if (connection) opened.push(connection);
  vi.stubGlobal("tdtRegistry", registry);
  vi.stubGlobal("tdtBallot", ballot);
  const response = await GET();
  return { status: response.status, ...(await response.json()) };
}

const registry = await newDatabase("registryCluster");
const ballot = await newDatabase("ballotCluster");
const nowhere = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;

describe("the health address", () => {
  it("[S21] says well of every database that the process serves, and of no other", async () => {
    expect(await said("all", { registry, ballot })).toEqual({
      status: 200,
      ok: true,
      registry: "well",
      ballot: "well",
    });
    expect(await said("closing", { registry, ballot })).toMatchObject({ registry: "well", ballot: "well" });
    expect(await said("registry", { registry })).toEqual({ status: 200, ok: true, registry: "well" });
    expect(await said("ballot", { ballot })).toEqual({ status: 200, ok: true, ballot: "well" });
  });

  it("[S22] says which database is not migrated, whether it is empty or behind", async () => {
    const empty = await newDatabase("ballotCluster", "template1");
    expect(await said("all", { registry, ballot: empty })).toEqual({
      status: 503,
      ok: false,
      registry: "well",
      ballot: "not migrated",
    });
    const behind = await newDatabase("registryCluster");
    const sql = postgres(behind, { max: 1 });
    await sql`UPDATE drizzle.__drizzle_migrations SET created_at = created_at - 1`;
    await sql.end();
    expect(await said("registry", { registry: behind })).toMatchObject({ registry: "not migrated" });
  });

  it.each([
    ["log_min_duration_statement", "0"],
    ["log_statement", "mod"],
    // Errors would bring the values that they are about.
    ["log_min_messages", "warning"],
    ["log_parameter_max_length_on_error", "-1"],
  ])(
    "[A222] says where PostgreSQL would write down what is asked, and that this is not well: %s",
    async (setting, value) => {
      const loud = await newDatabase("ballotCluster");
      const admin = postgres(`${inject("ballotCluster")}postgres`, { max: 1 });
      const { username, pathname } = new URL(loud);
      // Names and values of this file's own; a setting takes no parameters.
      await admin.unsafe(
        `ALTER ROLE ${username} IN DATABASE ${pathname.slice(1)} SET ${setting} = '${value}'`,
      );
      await admin.end();
      expect(await said("ballot", { ballot: loud })).toEqual({
        status: 503,
        ok: false,
        ballot: "logs statements",
      });
    },
  );

  it("[O65] says where keys that are stored do not open with the one that the process was given", async () => {
    const url = await newDatabase("registryCluster");
    const connection = connectRegistry(url);
    opened.push(connection);
    const play = await scene(connection.db, await ballotDatabase(), 0);
    const { consultationId } = play;
    const key = await makeRoundKey(play.secrets.keyEncryptionKey);
    const about = { consultationId, roundId: play.roundId, purpose: "planned", position: 1 } as const;
    await connection.db.insert(roundKeys).values({ ...about, ...key });
    const given = async (bytes: Uint8Array) => {
      vi.stubEnv("KEY_ENCRYPTION_KEY", Buffer.from(bytes).toString("base64"));
      return said("registry", { registry: url });
    };
    expect(await given(play.secrets.keyEncryptionKey)).toMatchObject({ status: 200, registry: "well" });
    expect(await given(randomBytes(32))).toMatchObject({ status: 503, registry: "keys do not open" });
  });

  it("[S23] says which database cannot be reached, and nothing of where it lies", async () => {
    expect(await said("all", { registry: nowhere, ballot })).toEqual({
      status: 503,
      ok: false,
      registry: "unreachable",
      ballot: "well",
    });
  });
});
