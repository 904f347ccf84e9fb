import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Decrypter } from "age-encryption";
import postgres from "postgres";
import { afterAll, expect } from "vitest";
import { allTables } from "@/bin/backup/catalogue";
import { Obstacle, sentenceOfFailure } from "@/bin/backup/obstacle";
import { backUpBoth } from "@/bin/backup/save";
import { newKeyPair } from "@/bin/backup/sealing";
import { connectBallot, connectRegistry } from "@/db/connect";
import { newDatabase } from "./databases";
import { moved, openRound } from "./open-round";
import { answered } from "./participants";
import { someAnswers } from "./questionnaire";

/** A part of an answer that stands nowhere else. */
export const MARK = "only in an answer: 9f31c7";

/** A folder that goes with the test file, and connections that end with it. */
export function home() {
  const folder = mkdtempSync(join(tmpdir(), "tour-de-table-backup-"));
  const opened: { end: () => Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(opened.map(({ end }) => end()));
    rmSync(folder, { recursive: true, force: true });
  });
  const keptOpen = <Opened extends { end: () => Promise<void> }>(connection: Opened): Opened => {
    opened.push(connection);
    return connection;
  };
  return {
    folder,
    newFile: () => join(folder, `${randomUUID()}.age`),
    plain: (url: string) => keptOpen(postgres(url, { max: 2, onnotice: () => undefined })),
    registryAt: (url: string) => keptOpen(connectRegistry(url)).db,
    ballotAt: (url: string) => keptOpen(connectBallot(url)).db,
  };
}

/** Two databases without a row: PostgreSQL's own new ones, or ones that were migrated. */
export const emptyDatabases = async (template?: "template1") => ({
  registry: await newDatabase("registryCluster", template),
  ballot: await newDatabase("ballotCluster", template),
});

/** What is said of work that cannot be done. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      expect(error).toBeInstanceOf(Obstacle);
      return sentenceOfFailure(error);
    },
  );

/** Every row of every table, as a set; responses wherever they wait, in their newest revision. */
export async function rowsOf(database: postgres.Sql): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  const newest = `(SELECT DISTINCT ON (round_id, key) * FROM (SELECT * FROM arrival UNION ALL SELECT * FROM response)
    AS places ORDER BY round_id, key, revision DESC)`;
  for (const { name } of await allTables(database)) {
    const from = name === "response" ? newest : `"${name}"`;
    const found = await database.unsafe<{ row: string }[]>(`SELECT held::text AS row FROM ${from} AS held`);
    if (name !== "arrival") rows[name] = found.map(({ row }) => row).toSorted();
  }
  return rows;
}

/** The rows of a table in a backup's plain text, in their order. */
export function rowsIn(lines: readonly string[], table: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  return lines.slice(from + 1, lines.indexOf("\\.", from));
}

/**
 * A round that is open, with 13 of 14 seats enrolled and eleven responses, and a backup of both of its databases: nine
 * responses have moved, one that is new and one that was changed wait in `arrival`.
 */
export async function backedUp(here: ReturnType<typeof home>) {
  const urls = {
    registry: await newDatabase("registryCluster"),
    ballot: await newDatabase("ballotCluster"),
  };
  const [registry, ballot] = [here.registryAt(urls.registry), here.ballotAt(urls.ballot)];
  const keys = await newKeyPair();
  const target = () => ({ file: here.newFile(), replace: false, recipient: keys.recipient });
  const play = await openRound(registry, ballot, 14, 13);
  for (const participant of play.participants.slice(0, 10)) await answered(play, participant, someAnswers());
  await moved(ballot, play.roundId);
  const why = { kind: "text", text: MARK, consent: "mayBeReflected" } as const;
  await answered(play, play.nth(10), { ...someAnswers(), why });
  await answered(play, play.nth(0), someAnswers(), 2);
  const both = { registry: target(), ballot: target() };
  await backUpBoth(urls, both);
  return {
    play,
    urls,
    registry,
    ballot,
    keys,
    target,
    both,
    /** A backup with the private key that opens it. */
    source: (file: string, identity = keys.identity) => ({ file, identities: [identity] }),
    /** The plain text of a backup, by its lines. */
    linesOf: async (file: string): Promise<string[]> => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(keys.identity);
      const packed = await decrypter.decrypt(new Uint8Array(readFileSync(file)));
      return gunzipSync(packed).toString("utf8").split("\n");
    },
  };
}
