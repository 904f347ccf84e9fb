import { createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { everyLog } from "@/bin/audit/every-log";
import { restoreOne } from "@/bin/backup/load";
import { sentenceOfFailure } from "@/bin/backup/obstacle";
import { backUpBoth, backUpOne } from "@/bin/backup/save";
import { releases } from "@/db/registry/schema";
import { closeRound } from "@/server/releases/close";
import { backedUp, emptyDatabases, home, MARK, rowsIn, rowsOf } from "@/tests/support/backups";
import { moved } from "@/tests/support/open-round";
import { answered, enrolled } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { playedOn } from "@/tests/support/scene";

/** Restores migrate, and each backup takes two snapshots. */
const LONG = 120_000;

const here = home();
const { play, urls, registry, ballot, target, both, source, linesOf } = await backedUp(here);

const keyOf = async ({ code }: (typeof play.participants)[number]) => {
  const { publicKey } = await roundKeyOf(code, play.consultationId, play.roundId);
  return Buffer.from(publicKey).toString("hex");
};

describe("a backup taken while a round is open", () => {
  it(
    "[O1, O2] restores both databases into empty ones as they were, and the round goes on",
    async () => {
      const to = await emptyDatabases("template1");
      await restoreOne("ballot", to.ballot, source(both.ballot.file));
      const restored = await restoreOne("registry", to.registry, source(both.registry.file), to.ballot);
      expect(restored.again).toBe(0);
      expect(await rowsOf(here.plain(to.ballot))).toEqual(await rowsOf(here.plain(urls.ballot)));
      expect(await rowsOf(here.plain(to.registry))).toEqual(await rowsOf(here.plain(urls.registry)));
      const [office, box] = [here.registryAt(to.registry), here.ballotAt(to.ballot)];
      const later = { ...play, ...playedOn(office, box, play) };
      const beside = { box, key: createPublicKey(play.secrets.manifestSigningKey) };
      expect((await everyLog(office, beside)).every(({ holds }) => holds)).toBe(true);
      // One changes what was answered, one answers for the first time, one enrols late; then the round closes.
      await answered(later, play.nth(10), someAnswers(), 2);
      await answered(later, play.nth(11), someAnswers());
      const [, , , , , , , , , , , , , lastToken = ""] = play.tokens;
      await answered(later, await enrolled(later, lastToken), someAnswers());
      const { clock, secrets, ballotBox } = later;
      const closing = { registry: office, ballot: box, personId: null, now: clock.now, secrets, ballotBox };
      await closeRound(closing, play.consultationId, play.roundId);
      const [release] = await office.select().from(releases);
      expect(release?.release.participation).toMatchObject({ issued: 14, received: 13 });
      expect((await everyLog(office, beside)).every(({ holds }) => holds)).toBe(true);
    },
    LONG,
  );

  it("[O3] holds rows in an order drawn anew, and does not tell who came last", async () => {
    const lines = await linesOf(both.ballot.file);
    expect(lines.filter((line) => line.startsWith('{"table":"arrival"'))).toEqual([]);
    const responses = rowsIn(lines, "response");
    expect(responses).toHaveLength(11);
    const came = await Promise.all(play.participants.slice(0, 11).map(keyOf));
    const orders = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const again = target();
      await backUpOne("ballot", urls.ballot, again);
      const rows = rowsIn(await linesOf(again.file), "response");
      orders.add(rows.map((row) => came.findIndex((key) => row.includes(key))).join(" "));
    }
    expect(orders.size).toBe(3);
    const wallets = rowsIn(await linesOf(both.registry.file), "wallets");
    const stored = await registry.execute<{ locator: string }>(
      sql`SELECT encode(locator, 'hex') AS locator FROM wallets`,
    );
    const saved = wallets.map((row) => row.slice(3, 67));
    expect(saved.toSorted()).toEqual(stored.map(({ locator }) => locator).toSorted());
    expect(saved).not.toEqual(stored.map(({ locator }) => locator));
  });

  it("[O4] shows nothing without the private key, and is readable by its owner alone", async () => {
    for (const { file } of [both.registry, both.ballot]) {
      const bytes = readFileSync(file);
      expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
      expect(bytes.includes(MARK)).toBe(false);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    expect((await linesOf(both.ballot.file)).join("\n")).toContain(MARK);
    expect(readdirSync(here.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("[O5] holds no session, no sign-in link and no key that stands in the environment", async () => {
    const lines = await linesOf(both.registry.file);
    const tables = lines.flatMap((line) => /^\{"table":"(\w+)"/.exec(line)?.[1] ?? []);
    expect(tables).toContain("people");
    expect(tables).not.toContain("sessions");
    expect(tables).not.toContain("verification_tokens");
    const whole = lines.join("\n");
    expect(whole).not.toContain(Buffer.from(play.secrets.keyEncryptionKey).toString("hex"));
    expect(whole).not.toContain("PRIVATE KEY");
  });
});

describe("while everything goes on", () => {
  it(
    "[O10] a backup holds every response that was in when it began, however often they are rewritten meanwhile",
    async () => {
      let going = true;
      const rewriting = (async () => {
        while (going) await moved(ballot, play.roundId);
      })();
      for (let count = 0; count < 8; count += 1) {
        const files = { registry: target(), ballot: target() };
        await backUpBoth(urls, files);
        expect(rowsIn(await linesOf(files.ballot.file), "response")).toHaveLength(11);
      }
      going = false;
      await rewriting;
    },
    LONG,
  );

  it("[O11] a failure is told without a row's values", () => {
    const failed = Object.assign(new Error("duplicate key: (Kenya)"), { code: "23505", detail: "Kenya" });
    expect(sentenceOfFailure(failed)).toMatch(/^It failed: Error \(23505\)/);
    expect(sentenceOfFailure(failed)).not.toContain("Kenya");
  });
});
