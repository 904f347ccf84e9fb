import { execFile } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { everyLog } from "@/bin/audit/every-log";
import { connectRegistry } from "@/db/connect";
import { manifestEntries } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { chainOf } from "@/server/acts/chain";
import { audit } from "@/server/audit";
import { ballotDatabase, newDatabase, registryDatabase } from "@/tests/support/databases";
import { changedAt, rechained, storedEntries, type Tampering, tamper } from "@/tests/support/log-tampering";
import { enrolled } from "@/tests/support/participants";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** Two acts of the host, then one that the manifest records too, then one that it does not. */
async function lived(): Promise<Scene> {
  const play = await scene(registry, ballot, 1);
  const { consultationId, host } = play;
  const as = play.as(host);
  await as.panel.add({ consultationId, names: ["Kenya"] });
  await as.panel.add({ consultationId, names: ["Peru"] });
  await as.conduct.openEnrolment({ consultationId });
  await as.panel.add({ consultationId, names: ["Chile"] });
  return play;
}

const besideOf = ({ secrets }: Scene) => ({
  box: ballot,
  key: createPublicKey(secrets.manifestSigningKey),
});
const lineOf = async (play: Scene, beside: Parameters<typeof everyLog>[1] = besideOf(play)) =>
  (await everyLog(registry, beside)).find(({ line }) => line.startsWith(play.slug));

const cutTo =
  (length: number): Tampering =>
  (log) =>
    log.slice(0, length);

describe("the log of hosts' acts beside the manifest", () => {
  it("[A188] is vouched for up to the act that the manifest recorded last", async () => {
    const play = await lived();
    const chain = await chainOf(registry, play.consultationId);
    expect(chain).toMatchObject({ entries: 4, verified: 4, vouched: 3, broken: null });
    expect(await lineOf(play)).toMatchObject({ holds: true });
  });

  it.each<[string, Tampering, number]>([
    ["cut off at its end", cutTo(2), 1],
    ["emptied", cutTo(0), 1],
    [
      "changed and hashed anew as a whole",
      (log) => rechained(changedAt(1, () => ({ act: "links made" }))(log)),
      1,
    ],
    ["shortened in the middle and hashed anew", (log) => rechained(log.toSpliced(1, 1)), 1],
  ])("[A188] is found to be %s", async (_, tampering, position) => {
    const play = await lived();
    await tamper(registry, play.consultationId, tampering);
    const chain = await chainOf(registry, play.consultationId);
    expect(chain.broken).toEqual({ position, why: "missing" });
    expect(await lineOf(play)).toMatchObject({
      holds: false,
      line: expect.stringContaining("BROKEN at entry 1 "),
    });
  });

  it("[A188] tells what comes after from what the manifest vouches for: a cut there goes unseen", async () => {
    const play = await lived();
    await tamper(registry, play.consultationId, cutTo(3));
    expect(await chainOf(registry, play.consultationId)).toMatchObject({
      entries: 3,
      vouched: 3,
      broken: null,
    });
  });

  it("[A191] is found cut off by the box's copy, where the registry's manifest was cut off with it", async () => {
    const play = await lived();
    await tamper(registry, play.consultationId, cutTo(2));
    await registry.delete(manifestEntries).where(eq(manifestEntries.consultationId, play.consultationId));
    expect(await lineOf(play, { ...besideOf(play), box: null })).toMatchObject({ holds: true });
    expect(await lineOf(play)).toMatchObject({ holds: false });
  });

  it("[A191] is held against signatures where the key is given", async () => {
    const play = await lived();
    const [last] = await registry
      .select()
      .from(manifestEntries)
      .where(eq(manifestEntries.consultationId, play.consultationId))
      .orderBy(desc(manifestEntries.position));
    const payload = last?.payload.replace('"disclosure-1"', '"disclosure-2"') ?? "";
    await registry
      .update(manifestEntries)
      .set({ payload })
      .where(eq(manifestEntries.consultationId, play.consultationId));
    expect(await lineOf(play, { box: null, key: null })).toMatchObject({ holds: true });
    expect(await lineOf(play)).toMatchObject({ holds: false, line: expect.stringContaining("signature") });
  });

  it("[A193] has no entry for what a participant does", async () => {
    const play = await lived();
    const before = await storedEntries(registry, play.consultationId);
    const [token] = play.tokens;
    const { wallet } = await enrolled(play, token ?? "");
    expect(wallet.rounds).not.toEqual([]);
    expect(await storedEntries(registry, play.consultationId)).toEqual(before);
    expect(await storedEntries(registry, null)).toEqual([]);
  });
});

describe("npm run audit:log", () => {
  const ran = (DATABASE_URL: string) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const args = ["--conditions=react-server", "--import", "tsx", "bin/audit-log.ts"];
      execFile(process.execPath, args, { env: { ...process.env, DATABASE_URL } }, (error, stdout) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout }),
      );
    });

  it("[A191] prints entries and head of each log, and fails with the first entry that does not hold", async () => {
    const url = await newDatabase("registryCluster");
    const { db, end } = connectRegistry(url);
    const invited = { consultationId: null, personId: null, act: "host invited", at: new Date(0) };
    for (const detail of [{ n: 1 }, { n: 2 }, { n: 3 }])
      await db.transaction((tx) => audit(tx, { ...invited, detail }));
    const head = toBase64Url((await storedEntries(db, null)).at(-1)?.hash ?? new Uint8Array());
    const whole = await ran(url);
    expect(whole.code).toBe(0);
    expect(whole.said).toContain(
      `acts of no consultation: 3 entries hold; nothing outside vouches for any; head ${head}`,
    );
    await tamper(
      db,
      null,
      changedAt(2, () => ({ detail: {} })),
    );
    await end();
    const broken = await ran(url);
    expect(broken.code).toBe(1);
    expect(broken.said).toContain(
      "acts of no consultation: BROKEN at entry 2 of 3: it is not what was hashed",
    );
  });
});
