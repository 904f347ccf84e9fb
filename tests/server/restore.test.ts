import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { restoreOne } from "@/bin/backup/load";
import { backUpBoth, backUpOne } from "@/bin/backup/save";
import { newKeyPair, sealed } from "@/bin/backup/sealing";
import { rounds as boxRounds } from "@/db/ballot/schema";
import { deliveries, mailings, seatAddresses, seats } from "@/db/registry/schema";
import { pushManifest } from "@/server/conduct/push";
import { backedUp, emptyDatabases, home, refusal } from "@/tests/support/backups";
import { newDatabase } from "@/tests/support/databases";
import { playedOn } from "@/tests/support/scene";

const LONG = 120_000;

const here = home();
const { play, urls, registry, keys, target, both, source, linesOf } = await backedUp(here);

describe("a restore", () => {
  const changed = (file: string, change: (bytes: Buffer) => Buffer) => {
    const to = here.newFile();
    writeFileSync(to, change(readFileSync(file)));
    return to;
  };

  it(
    "[O6] refuses another key, a file cut off or damaged, one of the other side and one that is none",
    async () => {
      const { ballot: url } = await emptyDatabases();
      const { file } = both.ballot;
      const said = (from: string, identity?: string) =>
        refusal(restoreOne("ballot", url, source(from, identity)));
      const stranger = await newKeyPair();
      expect(await said(file, stranger.identity)).toMatch(/^This private key does not open this backup/);
      const cutOff = /^This backup is cut off or damaged\. Nothing was restored/;
      for (const kept of [0.02, 0.5, 0.999])
        expect(
          await said(changed(file, (bytes) => bytes.subarray(0, Math.floor(bytes.length * kept)))),
        ).toMatch(cutOff);
      const flipped = (bytes: Buffer) => {
        bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
        return bytes;
      };
      expect(await said(changed(file, flipped))).toMatch(cutOff);
      expect(await said(both.registry.file)).toMatch(/^This is a backup of the registry, not of the ballot/);
      expect(await said(changed(file, () => Buffer.from("nothing")))).toMatch(cutOff);
      expect(await said(join(here.folder, "nowhere"))).toMatch(/is not there/);
      // After all of that, the database still takes a backup.
      expect((await restoreOne("ballot", url, source(file))).rows).toBeGreaterThan(0);
    },
    LONG,
  );

  it("[O7] never writes over anything: neither rows of a database nor a backup that is there", async () => {
    expect(await refusal(restoreOne("ballot", urls.ballot, source(both.ballot.file)))).toMatch(
      /^The database of the ballot is not empty \(\w+ has rows\)\. Make a new one/,
    );
    const there = target();
    writeFileSync(there.file, "age-encryption.org/kept");
    expect(await refusal(backUpOne("ballot", urls.ballot, there))).toMatch(/is there already/);
    expect(readFileSync(there.file, "utf8")).toBe("age-encryption.org/kept");
    await backUpOne("ballot", urls.ballot, { ...there, replace: true });
    expect(readFileSync(there.file).subarray(0, 3).toString()).toBe("age");
  });

  it("[O12] a pair takes its names once both are whole, and leaves the earlier pair until then", async () => {
    const [kept, nowhere] = [target(), { ...target(), file: join(here.folder, "no-folder", "x.age") }];
    writeFileSync(kept.file, "age-encryption.org/kept");
    const pair = { ballot: { ...kept, replace: true }, registry: nowhere };
    await expect(backUpBoth(urls, pair)).rejects.toThrow("ENOENT");
    expect(readFileSync(kept.file, "utf8")).toBe("age-encryption.org/kept");
    expect(readdirSync(here.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("[O13] mail that waited when the backup was taken can be sent again", async () => {
    const { consultationId } = play;
    const [seat] = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
    await registry.insert(seatAddresses).values({ seatId: seat?.id ?? "", address: "seat@mission.example" });
    const invitation = { consultationId, kind: "invitation" } as const;
    const [mailing] = await registry.insert(mailings).values(invitation).returning({ id: mailings.id });
    const waiting = { mailingId: mailing?.id ?? "", seatId: seat?.id ?? "", state: "waiting" } as const;
    await registry.insert(deliveries).values(waiting);
    const file = target();
    await backUpOne("registry", urls.registry, file);
    const { registry: url } = await emptyDatabases();
    await restoreOne("registry", url, source(file.file));
    expect(await here.registryAt(url).select().from(deliveries)).toMatchObject([{ state: "failed" }]);
  });

  it("[O8] says which version a backup needs, whether this one is older or later", async () => {
    const rewritten = async (change: (header: Record<string, unknown>) => void) => {
      const [first = "", ...rest] = await linesOf(both.ballot.file);
      // Written by `headerOf`.
      const header = JSON.parse(first) as Record<string, unknown>;
      change(header);
      const file = here.newFile();
      const content = Readable.from([Buffer.from([JSON.stringify(header), ...rest].join("\n"))]);
      writeFileSync(file, await buffer(await sealed(content, keys.recipient)));
      return file;
    };
    const { ballot: url } = await emptyDatabases();
    const later = await rewritten((header) =>
      Object.assign(header, { migration: "0099_later", version: "9.9.9" }),
    );
    expect(await refusal(restoreOne("ballot", url, source(later)))).toMatch(
      /^This backup was written by version 9\.9\.9 \(0099_later\); this is version .+ Restore it with the version/,
    );
    const migrated = await newDatabase("ballotCluster");
    await here.plain(migrated)`UPDATE drizzle.__drizzle_migrations SET created_at = created_at + 1`;
    expect(await refusal(restoreOne("ballot", migrated, source(both.ballot.file)))).toMatch(
      /^The database of the ballot was migrated by a later version/,
    );
  });

  it(
    "[O9] pushes to the ballot box again what it lacks, and refuses a registry older than the box",
    async () => {
      const { consultationId, roundId, clock } = play;
      const before = { registry: target(), ballot: target() };
      await backUpBoth(urls, before);
      const closesAt = new Date(clock.now.getTime() + 72 * 3_600_000).toISOString();
      await play.as(play.host).conduct.extendRound({ consultationId, roundId, closesAt });
      const after = { registry: target(), ballot: target() };
      await backUpBoth(urls, after);

      const behind = await emptyDatabases();
      await restoreOne("ballot", behind.ballot, source(before.ballot.file));
      const restored = await restoreOne(
        "registry",
        behind.registry,
        source(after.registry.file),
        behind.ballot,
      );
      expect(restored.again).toBe(1);
      const office = here.registryAt(behind.registry);
      const box = here.ballotAt(behind.ballot);
      await pushManifest(office, consultationId, playedOn(office, box, play).ballotBox);
      const [round] = await box.select().from(boxRounds);
      expect(round?.closesAt.toISOString()).toBe(closesAt);

      const ahead = await emptyDatabases();
      await restoreOne("ballot", ahead.ballot, source(after.ballot.file));
      const older = restoreOne("registry", ahead.registry, source(before.registry.file), ahead.ballot);
      expect(await refusal(older)).toMatch(
        /^The ballot box has entries of the manifest that this backup of the registry lacks/,
      );
      // It was refused as a whole: the right one still finds an empty database.
      await restoreOne("registry", ahead.registry, source(after.registry.file), ahead.ballot);
    },
    LONG,
  );
});
