import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteConsultation } from "@/bin/deletion";
import { backgroundPapers, consultations } from "@/db/registry/schema";
import { bucketAt, type ObjectStore } from "@/server/background-papers/object-store";
import { callRegistry } from "@/server/trpc/router";
import { incoming, pdfFile } from "@/tests/support/background-files";
import { refusal } from "@/tests/support/backups";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const ACCESS = { bucket: "papers", region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

let directory = "";
let server: S3rver;
let store: ObjectStore;
let silent: ObjectStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tdt-deleted-"));
  const configureBuckets = [{ name: ACCESS.bucket, configs: [] }];
  server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets });
  const { port } = await server.run();
  store = bucketAt({ ...ACCESS, endpoint: `http://127.0.0.1:${port}` });
  silent = bucketAt({ ...ACCESS, endpoint: "http://127.0.0.1:9" });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

/** A consultation in preparation with two papers in the bucket, as its host. */
async function prepared() {
  const play = await scene(registry, ballot, 0);
  const { consultationId, roundId, slug, host } = play;
  const caller = callRegistry({ ...play.context(host), objectStore: store });
  for (const title of ["One", "Two"]) {
    const file = incoming(pdfFile(5_000));
    await caller.backgroundPapers.add({ consultationId, roundId, title, language: "en", file });
  }
  const rows = await registry
    .select({ fileId: backgroundPapers.fileId })
    .from(backgroundPapers)
    .where(eq(backgroundPapers.roundId, roundId));
  const files = rows.map(({ fileId }) => fileId ?? "");
  const left = async () => {
    const read = await Promise.allSettled(files.map((name) => store.read(name)));
    for (const found of read) if (found.status === "fulfilled") await found.value.cancel();
    return read.filter(({ status }) => status === "fulfilled").length;
  };
  return { play, caller, consultationId, roundId, slug, left };
}

describe("files in a bucket", () => {
  it("[B43] go with the round in preparation that hosts remove, and with the consultation", async () => {
    const ofRound = await prepared();
    const ofConsultation = await prepared();
    const { consultationId, roundId } = ofRound;
    expect([await ofRound.left(), await ofConsultation.left()]).toEqual([2, 2]);
    await ofRound.caller.rounds.remove({ consultationId, roundId });
    expect([await ofRound.left(), await ofConsultation.left()]).toEqual([0, 2]);
    await ofConsultation.caller.consultations.delete({
      consultationId: ofConsultation.consultationId,
      title: "A test",
    });
    expect(await ofConsultation.left()).toBe(0);
  });

  it("[B44] go first where the operator deletes a consultation, which stands where they cannot", async () => {
    const { slug, consultationId, left } = await prepared();
    const other = await prepared();
    const deleted = (objects: ObjectStore | null) =>
      refusal(
        deleteConsultation(
          { registry, ballot, objects },
          { slug, title: "A test", evenOpen: false },
          new Date(),
        ),
      );
    const standing = () => registry.$count(consultations, eq(consultations.id, consultationId));
    expect(await deleted(null)).toMatch(/2 background papers lie in a bucket\. Set the S3_ variables/);
    expect(await deleted(silent)).toMatch(/did not let go of each\. Do this again/);
    expect([await standing(), await left()]).toEqual([1, 2]);
    expect(await deleted(store)).toBe("done");
    expect([await standing(), await left(), await other.left()]).toEqual([0, 0, 2]);
  }, 60_000);
});
