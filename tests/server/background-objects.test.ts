import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backgroundPapers, backgroundPieces, rounds } from "@/db/registry/schema";
import { streamOf } from "@/server/background-papers/files";
import { bucketAt, type ObjectStore } from "@/server/background-papers/object-store";
import { environmentProblems } from "@/server/env";
import { callRegistry } from "@/server/trpc/router";
import { bytesOf, hashOf, incoming, pdfFile } from "@/tests/support/background-files";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** What the server takes from whoever may write in its bucket. */
const ACCESS = { bucket: "papers", region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
const FILE = pdfFile(3_000_000);

let directory = "";
let server: S3rver;
let endpoint = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tdt-objects-"));
  const configureBuckets = [{ name: ACCESS.bucket, configs: [] }];
  server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

/** A consultation whose files go to this store, as its host. */
async function desk(objectStore: ObjectStore) {
  const play = await scene(registry, ballot, 0);
  const { consultationId, roundId, slug, host } = play;
  const { backgroundPapers: acts } = callRegistry({ ...play.context(host), objectStore });
  const round = { consultationId, roundId };
  const add = (file: Uint8Array) =>
    acts.add({ ...round, title: "A paper", language: "en", file: incoming(file) });
  const stored = async () => {
    const [paper] = await registry
      .select()
      .from(backgroundPapers)
      .where(eq(backgroundPapers.roundId, roundId));
    if (paper === undefined) throw new Error("nothing was stored");
    return { ...paper, fileId: paper.fileId ?? "" };
  };
  return { play, acts, round, slug, add, stored };
}

describe("an object store that speaks S3", () => {
  it("[B20] keeps the files where one is named, gives them back whole, and lets go of what is replaced, removed or withdrawn", async () => {
    const store = bucketAt({ ...ACCESS, endpoint });
    const { acts, round, add, stored } = await desk(store);
    const { paperId } = await add(FILE);
    const first = await stored();
    expect(first.place).toBe("objects");
    expect(hashOf(await bytesOf(await streamOf(registry, store, first)))).toBe(hashOf(FILE));
    const kept = await registry
      .select()
      .from(backgroundPieces)
      .where(eq(backgroundPieces.fileId, first.fileId));
    expect(kept).toEqual([]);

    const other = pdfFile(5_000);
    await acts.replace({ ...round, paperId, version: 1, file: incoming(other) });
    const second = await stored();
    await expect(store.read(first.fileId)).rejects.toMatchObject({ code: "file_store_unreachable" });
    expect(hashOf(await bytesOf(await store.read(second.fileId)))).toBe(hashOf(other));

    await registry.update(rounds).set({ stage: "open" }).where(eq(rounds.id, round.roundId));
    await acts.withdraw({ ...round, paperId, version: 2, reason: "Wrong." });
    await expect(store.read(second.fileId)).rejects.toMatchObject({ code: "file_store_unreachable" });
  });

  it("[B21] a file that nothing came to name is not left there", async () => {
    const names: string[] = [];
    const store = bucketAt({ ...ACCESS, endpoint });
    const watched: ObjectStore = {
      ...store,
      put: async (name, ...rest) => {
        names.push(name);
        await store.put(name, ...rest);
      },
    };
    const { round, add } = await desk(watched);
    await registry.update(rounds).set({ stage: "open" }).where(eq(rounds.id, round.roundId));
    await expect(add(FILE)).rejects.toThrow("stay as they are");
    expect(names).toHaveLength(1);
    await expect(store.read(names[0] ?? "")).rejects.toMatchObject({ code: "file_store_unreachable" });
  });

  it("[B22] where it refuses or does not answer, nothing is stored and whoever asked is told what to do", async () => {
    for (const store of [
      bucketAt({ ...ACCESS, endpoint, secretAccessKey: "another" }),
      bucketAt({ ...ACCESS, endpoint, bucket: "elsewhere" }),
      bucketAt({ ...ACCESS, endpoint: "http://127.0.0.1:9" }),
    ]) {
      const { add, stored } = await desk(store);
      await expect(add(FILE)).rejects.toThrow("The place where files are kept does not answer.");
      await expect(stored()).rejects.toThrow("nothing was stored");
    }
  }, 60_000);

  it("[B23] files that the database kept before are read on, and those of a store that is no longer named are missed in words", async () => {
    const store = bucketAt({ ...ACCESS, endpoint });
    const before = await desk(store);
    const { play, round } = before;
    const { paperId } = await play
      .as(play.host)
      .backgroundPapers.add({ ...round, title: "Earlier", language: "en", file: incoming(FILE) });
    const { file } = await before.acts.toHandOut({ slug: before.slug, paperId });
    expect(file.place).toBe("database");
    expect(hashOf(await bytesOf(await streamOf(registry, store, file)))).toBe(hashOf(FILE));
    await expect(streamOf(registry, null, { ...file, place: "objects" })).rejects.toMatchObject({
      code: "file_store_unreachable",
    });
  });

  it("[B24] is named whole or not at all", () => {
    const named = { TDT_ROLE: "none", S3_ENDPOINT: "https://s3.example", S3_BUCKET: "papers" };
    const missing = (name: string) => `${name} is missing, as other S3_ variables are there.`;
    expect(environmentProblems(named)).toEqual(
      expect.arrayContaining([missing("S3_ACCESS_KEY_ID"), missing("S3_SECRET_ACCESS_KEY")]),
    );
    const whole = { ...named, S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" };
    for (const variables of [whole, { TDT_ROLE: "none" }])
      expect(environmentProblems(variables).filter((problem) => problem.includes("S3_"))).toEqual([]);
  });
});
