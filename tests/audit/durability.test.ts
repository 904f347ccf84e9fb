import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Box, Unreachable } from "@/app/(participant)/_protocol/transport";
import { soak, type Victim } from "@/audit/durability/soak";
import { connectBallot } from "@/db/connect";
import { type Cluster, freePort, startCluster } from "@/db/embedded";
import { migrateBallot } from "@/db/migrate";
import { ensureDatabase } from "@/db/roles";
import { registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { LOGINS } from "@/tests/support/template";

const home = mkdtempSync(join(tmpdir(), "tour-de-table-durability-test-"));
chmodSync(home, 0o755);
// What the box says of each query that a kill cut short is no news here.
beforeAll(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());
afterAll(() => rmSync(home, { recursive: true, force: true }));
const registry = await registryDatabase();

// Limits go by the clock of the process: a second of it for each call, so that nobody asks too often.
const SECOND = 1_000;
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

/** A box that stops answering while its database is gone, as its process would over HTTP. */
function reachedBy(box: () => Box): Box {
  const reach =
    <Input, Output>(ask: (input: Input) => Promise<Output>) =>
    (input: Input) =>
      ask(input).catch(() => {
        throw new Unreachable();
      });
  return {
    submit: reach((input) => box().submit(input)),
    challenge: reach((input) => box().challenge(input)),
    readBack: reach((input) => box().readBack(input)),
    leaves: reach((input) => box().leaves(input)),
  };
}

/** A round whose box writes to a cluster of its own, which is killed so many times; what was lost by then. */
async function soaked(name: string, flags: readonly string[], kills: number) {
  const port = await freePort();
  const started = () => startCluster(join(home, name), flags, port);
  let cluster: Cluster = await started();
  const url = await ensureDatabase(cluster, "ballot", LOGINS.ballotCluster);
  await migrateBallot(url);
  const { db, end } = connectBallot(url);
  const { roundId, participants, participantsBox } = await openRound(registry, db, 10);
  const box = () => {
    vi.setSystemTime(Date.now() + SECOND);
    return participantsBox();
  };
  // Whatever is careless from here on, the round itself stands on the disk.
  await db.execute(sql`CHECKPOINT`);
  const victim: Victim = {
    name,
    kill: () => void process.kill(cluster.pid, "SIGKILL"),
    restart: async () => {
      cluster = await started();
    },
  };
  const result = await soak({
    box: reachedBy(box),
    ballot: db,
    roundId,
    questionnaire: smallQuestionnaire,
    participants: participants.slice(0, 8),
    victims: [victim],
    kills,
    receipts: 50,
    lanes: 4,
    seed: name,
    say: () => {},
  });
  await end();
  await cluster.stop();
  return result;
}

/** Each starts a cluster of its own, with everything on the disk. */
const LONG = 120_000;

describe("a ballot database that is killed while participants submit", () => {
  it(
    "[A195] keeps every response whose receipt was shown",
    async () => {
      const { kills, losses, ledger } = await soaked("synchronous", [], 3);
      expect(losses).toEqual([]);
      expect(kills).toHaveLength(3);
      expect(kills.every(({ onTheWay }) => onTheWay > 0)).toBe(true);
      expect(ledger.receipts()).toBeGreaterThanOrEqual(50);
    },
    LONG,
  );

  it(
    "[A196] is caught where it says yes before a response is on the disk",
    async () => {
      const careless = ["-c", "synchronous_commit=off", "-c", "wal_writer_delay=10s"];
      const { losses } = await soaked("careless", careless, 20);
      expect(losses).not.toEqual([]);
    },
    LONG,
  );
});
