import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rewrapKeys } from "@/bin/rewrap";
import { connectRegistry } from "@/db/connect";
import { roundKeys } from "@/db/registry/schema";
import { unwrapped } from "@/server/manifest/keys";
import { refusal } from "@/tests/support/backups";
import { ballotDatabase, newDatabase } from "@/tests/support/databases";
import { enrolled } from "@/tests/support/participants";
import { playedOn, scene } from "@/tests/support/scene";

const url = await newDatabase("registryCluster");
const { db: registry } = connectRegistry(url);
const ballot = await ballotDatabase();

/** A consultation whose enrolment is open, and what is stored of its keys. */
async function withKeys() {
  const play = await scene(registry, ballot, 2);
  const { consultationId } = play;
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const stored = async () => {
    const rows = await registry
      .select()
      .from(roundKeys)
      .where(eq(roundKeys.consultationId, consultationId))
      .orderBy(roundKeys.roundId);
    return rows.map(({ wrappedPrivateKey }) => wrappedPrivateKey ?? new Uint8Array());
  };
  return { play, stored };
}

describe("changing the key that wraps others", () => {
  it("[O60] wraps every key anew at once, with which seats enrol, and changes nothing where one does not open", async () => {
    const { play, stored } = await withKeys();
    const from = play.secrets.keyEncryptionKey;
    const to = randomBytes(32);
    const before = await stored();
    expect(await refusal(rewrapKeys(registry, { from: randomBytes(32), to }))).toMatch(
      /opens under neither of the two\. Nothing was changed/,
    );
    expect(await stored()).toEqual(before);

    expect(await rewrapKeys(registry, { from, to })).toEqual({ changed: before.length, already: 0 });
    for (const key of await stored()) {
      expect(() => unwrapped(key, from)).toThrow();
      expect(unwrapped(key, to).asymmetricKeyType).toBe("rsa");
    }
    expect(await rewrapKeys(registry, { from, to })).toEqual({ changed: 0, already: before.length });
    const anew = playedOn(registry, ballot, { ...play, secrets: { ...play.secrets, keyEncryptionKey: to } });
    const [token = ""] = play.tokens;
    expect((await enrolled(anew, token)).wallet.rounds).not.toHaveLength(0);

    // Another consultation, made by a process that was not stopped, still under the key from before: the command mends it.
    const late = await scene(registry, ballot, 1);
    const behind = playedOn(registry, ballot, { ...late, secrets: play.secrets });
    await behind.as(late.host).conduct.openEnrolment({ consultationId: late.consultationId });
    const again = await rewrapKeys(registry, { from, to });
    expect(again.already).toBe(before.length);
    expect(again.changed).toBeGreaterThan(0);
  }, 120_000);

  it("[O61] says in a sentence which key is missing or none, and tells of neither", async () => {
    const run = async (variables: Record<string, string>) => {
      const { PATH = "" } = process.env;
      const args = ["--conditions=react-server", "--import", "tsx", "bin/rewrap-keys.ts"];
      const ended = await promisify(execFile)(process.execPath, args, {
        env: { NODE_ENV: "test", PATH, DATABASE_URL: url, ...variables },
      }).catch((error: { stderr: string }) => error);
      return ended.stderr.trim();
    };
    const key = randomBytes(32).toString("base64");
    expect(await run({})).toBe("Set KEY_ENCRYPTION_KEY.");
    expect(await run({ KEY_ENCRYPTION_KEY: key, NEW_KEY_ENCRYPTION_KEY: "short" })).toBe(
      "NEW_KEY_ENCRYPTION_KEY must be 32 random bytes in base64.",
    );
    const same = await run({ KEY_ENCRYPTION_KEY: key, NEW_KEY_ENCRYPTION_KEY: key });
    expect(same).toMatch(/is the key that there is/);
    expect(same).not.toContain(key);
  }, 60_000);
});
