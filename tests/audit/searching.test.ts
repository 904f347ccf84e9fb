import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, inject, it } from "vitest";
import { isMisplaced } from "@/audit/anonymity/canary-search";
import { dumpOf, type Table } from "@/audit/anonymity/dump";
import { bytesInAnyForm, filesUnder, searcherFor, written } from "@/audit/anonymity/needles";
import { orderInLog, orderingsOf } from "@/audit/anonymity/orderings";
import { sharedValues } from "@/audit/anonymity/shared-values";
import { connectRegistry } from "@/db/connect";
import { newDatabase } from "@/tests/support/databases";

const url = await newDatabase("registryCluster");
const { db, end } = connectRegistry(url);
afterAll(end);
const asSuperuser = `${inject("registryCluster")}${new URL(url).pathname.slice(1)}`;

/** Seats written to a table one by one, in an order of their own. */
async function planted(): Promise<string[]> {
  await db.execute(
    sql`CREATE TABLE planted (id uuid, item text, at timestamptz, nr serial, note text, hash bytea)`,
  );
  const seats = Array.from({ length: 12 }, () => randomUUID());
  for (const seat of seats)
    for (const item of ["one", "two"])
      await db.execute(sql`INSERT INTO planted (id, item, at, note, hash)
        VALUES (${seat}, ${item}, clock_timestamp(), ${"x".repeat(3_000) + randomBytes(3_000).toString("hex")}, ${randomBytes(32)})`);
  return seats;
}
const seats = await planted();
const marks = new Map(seats.map((seat, index) => [seat, index]));

async function plantedTable(): Promise<Table> {
  const tables = await dumpOf("registry", asSuperuser);
  const found = tables.find(({ name }) => name === "public.planted");
  if (found === undefined) throw new Error("the dump has no such table");
  return found;
}

describe("what is found by introspection", () => {
  it("[A226] every table, every column, and what PostgreSQL keeps beside each row", async () => {
    const { rows } = await plantedTable();
    expect(rows).toHaveLength(24);
    const [first] = rows;
    expect(Object.keys(first?.values ?? {})).toEqual(["id", "item", "at", "nr", "note", "hash"]);
    expect(first?.values.nr?.number).toBe(1);
    expect(first?.values.hash?.text).toMatch(/^\\x[0-9a-f]{64}$/);
    expect(first?.values.note?.chunk).toBeGreaterThan(0);
    expect(first?.hidden.xmin).toBeGreaterThan(0);
  });

  it("[A226] every order that a table gives the seats, apart by the kind of row", async () => {
    const orderings = orderingsOf(await plantedTable(), marks, new Map());
    const inOrder = (name: string) => {
      const places = orderings.find((ordering) => ordering.name === name)?.places ?? new Map();
      return [...places].sort(([, one], [, other]) => one - other).map(([seat]) => seat);
    };
    const asWritten = seats.map((_, index) => index);
    for (const item of ["one", "two"])
      for (const by of ["ctid", "xmin", "at", "nr", "chunk of note"])
        expect(inOrder(`registry planted (${item}) by ${by}`), by).toEqual(asWritten);
  });

  it("[A226] the order in which lists of several seats shrink", async () => {
    await db.execute(sql`CREATE TABLE awaited (seats jsonb)`);
    for (const gone of seats.keys())
      await db.execute(sql`INSERT INTO awaited VALUES (${JSON.stringify(seats.slice(gone))}::jsonb)`);
    const table = (await dumpOf("registry", asSuperuser)).find(({ name }) => name === "public.awaited");
    if (table === undefined) throw new Error("the dump has no such table");
    const last = orderingsOf(table, marks, new Map()).find(
      ({ name }) => name === "registry awaited, its lists by last ctid",
    );
    const inOrder = [...(last?.places ?? [])].sort(([, one], [, other]) => one - other).map(([seat]) => seat);
    // The last two go together: a list of one is no list.
    expect(inOrder.slice(0, 10)).toEqual(seats.slice(0, 10).map((_, index) => index));
  });

  it("[A226] the order in which a log mentions them", () => {
    const log = seats.map((seat) => `LOG:  seat ${seat} was here`).join("\n");
    const [ordering] = orderInLog("log", log, marks);
    expect([...(ordering?.places ?? [])].map(([seat]) => seat)).toEqual(seats.map((_, index) => index));
    expect(orderInLog("log", "LOG:  checkpoint complete", marks)).toEqual([]);
  });
});

describe("the canary search", () => {
  const key = randomBytes(32);
  const search = searcherFor([written("word", "kestrel-4711"), ...bytesInAnyForm("key", key)]);
  const found = (bytes: Uint8Array) => search({ where: "here", bytes }).map(({ what }) => what);

  it("[A227] finds words, and bytes as they are, in hexadecimal and in base64url, wherever they stand", () => {
    const around = (text: string | Buffer) =>
      Buffer.concat([randomBytes(999), Buffer.from(text), randomBytes(99)]);
    expect(found(around("kestrel-4711"))).toEqual(["word"]);
    expect(found(around(key))).toEqual(["key"]);
    expect(found(around(key.toString("hex")))).toEqual(["key"]);
    expect(found(around(key.toString("base64url")))).toEqual(["key"]);
    expect(found(Buffer.from("kestrel-4711"))).toEqual(["word"]);
    expect(found(around("kestrel-471"))).toEqual([]);
  });

  it.each([
    ["identity", "registry rows", true],
    ["identity", "registry files/base/1/2 after the close", true],
    ["identity", "ballot files/pg_wal/1", false],
    ["identity", "log of the registry's PostgreSQL", false],
    ["answer", "ballot rows after the close", true],
    ["answer", "ballot samples", false],
    ["answer", "registry rows", false],
    ["answer", "log of the web process", false],
    ["key", "ballot rows", true],
    ["key", "ballot rows after the close", false],
    ["key", "ballot files/base/1/2 after the close", false],
    ["key", "ballot files/pg_wal/1 after the close", true],
    ["key", "registry files/pg_wal/1", false],
    ["secret", "registry rows", false],
    ["device", "log of the web process", false],
    ["anything else", "ballot rows", false],
  ])("[A227] knows where each may lie: %s in %s is %s", (what, where, may) => {
    expect(isMisplaced({ what, where })).toBe(!may);
  });

  it("[A227] refuses a needle that chance could make", () => {
    expect(() => searcherFor([written("short", "1234567")])).toThrow("too short");
  });

  it("[A227] reads every file of a folder and of those within", () => {
    const folder = mkdtempSync(join(tmpdir(), "haystack-"));
    mkdirSync(join(folder, "base", "16384"), { recursive: true });
    writeFileSync(join(folder, "base", "16384", "2619"), "…kestrel-4711…");
    const places = [...filesUnder(folder, "files")].flatMap(search).map(({ where }) => where);
    rmSync(folder, { recursive: true });
    expect(places).toEqual(["files/base/16384/2619"]);
  });
});

describe("values that two databases share", () => {
  const table = (name: string, text: string): Table => ({
    database: "",
    name,
    rows: [
      {
        hidden: { ctid: 1, xmin: 1, xmax: 0, cmin: 0 },
        values: { value: { text, number: null, bytes: null, chunk: null } },
      },
    ],
  });
  const bytes = randomBytes(32);

  it.each([
    ["the same bytes", `\\x${bytes.toString("hex")}`],
    ["a part of them", `\\x00ff${bytes.toString("hex", 8, 20)}`],
    ["them in base64url within a text", `{"key": "${bytes.toString("base64url")}"}`],
  ])("[A228] are found: %s", (_, text) => {
    const other = table("seats", `\\x${bytes.toString("hex")}`);
    expect(sharedValues([other], [table("response", text)])).not.toEqual([]);
  });

  it("[A228] are not what the manifest publishes, nor words that anybody may use", () => {
    const hex = `\\x${bytes.toString("hex")}`;
    const log = table("manifest_entries", bytes.toString("base64url"));
    expect(sharedValues([table("seats", hex), log], [table("response", hex)])).toEqual([]);
    const words = "strongly supported by delegations";
    expect(sharedValues([table("seats", words)], [table("response", words)])).toEqual([]);
  });
});
