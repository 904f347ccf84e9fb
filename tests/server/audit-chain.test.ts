import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, consultations, rounds } from "@/db/registry/schema";
import { chainOf } from "@/server/acts/chain";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import {
  changedAt,
  type Entry,
  rechained,
  renumbered,
  storedEntries,
  type Tampering,
  tamper,
} from "@/tests/support/log-tampering";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const act = ({ consultationId, host, clock }: Scene, detail: Entry["detail"]) =>
  registry.transaction((tx) =>
    audit(tx, { consultationId, personId: host.personId, act: "round planned", detail, at: clock.now }),
  );

/** A consultation with so many acts of its host in its log. */
async function withActs(count: number): Promise<Scene> {
  const play = await scene(registry, ballot, 0);
  for (let number = 1; number <= count; number += 1) await act(play, { number });
  return play;
}

describe("the log of hosts' acts", () => {
  it("[A185] numbers the entries of each consultation, and of none, and chains each to the one before", async () => {
    const [one, other] = [await withActs(3), await withActs(2)];
    await registry.transaction(async (tx) => {
      for (const detail of [{ first: true }, { first: false }])
        await audit(tx, {
          consultationId: null,
          personId: null,
          act: "host invited",
          detail,
          at: one.clock.now,
        });
    });
    for (const consultationId of [one.consultationId, other.consultationId, null]) {
      const log = await storedEntries(registry, consultationId);
      expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
      const before = log.slice(0, -1).map(({ hash }) => hash);
      expect(log.map(({ previous }) => previous)).toEqual([null, ...before]);
    }
    const chain = await chainOf(registry, one.consultationId);
    expect(chain).toMatchObject({ entries: 3, verified: 3, unchained: 0, broken: null });
  });

  it("[H86] an entry does not wait for whoever holds the consultation, who may be waiting for the log", async () => {
    const play = await withActs(0);
    await registry.transaction(async (tx) => {
      await lockConsultation(tx, play.consultationId);
      await act(play, { number: 1 });
      await audit(tx, {
        consultationId: play.consultationId,
        personId: play.host.personId,
        act: "round planned",
        detail: { number: 2 },
        at: play.clock.now,
      });
    });
    expect(await chainOf(registry, play.consultationId)).toMatchObject({ entries: 2, verified: 2 });
  });

  it("[A186] has one chain however many acts end at once", async () => {
    const play = await withActs(0);
    await Promise.all(Array.from({ length: 12 }, (_, number) => act(play, { number })));
    const chain = await chainOf(registry, play.consultationId);
    expect(chain).toMatchObject({ entries: 12, verified: 12, broken: null });
  });

  const unhashed = { previous: null, hash: null };
  it.each<[string, Tampering, number, string]>([
    ["a detail is changed", changedAt(3, () => ({ detail: { number: 99 } })), 3, "content"],
    ["the act is changed", changedAt(3, () => ({ act: "round removed" })), 3, "content"],
    ["the time is changed", changedAt(3, ({ at }) => ({ at: new Date(at.getTime() + 1) })), 3, "content"],
    ["the person is changed", changedAt(3, () => ({ personId: null })), 3, "content"],
    ["the hash is changed", changedAt(3, () => ({ hash: new Uint8Array(32) })), 3, "content"],
    ["what it follows is changed", changedAt(3, () => ({ previous: new Uint8Array(32) })), 3, "previous"],
    ["the hashes are taken away", changedAt(3, () => unhashed), 3, "unchained"],
    ["the first is removed", (log) => log.slice(1), 1, "position"],
    ["one is removed", (log) => log.toSpliced(2, 1), 3, "position"],
    ["one is removed and the rest renumbered", (log) => renumbered(log.toSpliced(2, 1)), 3, "previous"],
    ["two are swapped", (log) => renumbered([log[0], log[2], log[1]].flatMap((e) => e ?? [])), 2, "previous"],
    ["one is repeated", (log) => renumbered([...log.slice(0, 2), ...log.slice(1)]), 3, "previous"],
    [
      "a made-up one is inserted",
      (log) => {
        const [first, ...rest] = rechained(log.slice(0, 2).map((entry) => ({ ...entry, detail: {} })));
        return first === undefined ? rest : renumbered([...log.slice(0, 2), first, ...log.slice(2)]);
      },
      3,
      "previous",
    ],
    [
      "those before it are changed and have no hash",
      (log) => log.map((entry) => (entry.position < 4 ? { ...entry, detail: {}, ...unhashed } : entry)),
      4,
      "previous",
    ],
  ])("[A187] finds the entry where %s", async (_, tampering, position, why) => {
    const play = await withActs(5);
    await tamper(registry, play.consultationId, tampering);
    const chain = await chainOf(registry, play.consultationId);
    expect(chain).toMatchObject({ broken: { position, why }, verified: position - 1 });
  });

  it.each([
    ["changed", sql`UPDATE audit_entries SET detail = '{}'`],
    ["removed", sql`DELETE FROM audit_entries`],
    ["removed together", sql`TRUNCATE audit_entries`],
  ])("[A189] lets no entry be %s", async (_, statement) => {
    const play = await withActs(1);
    await expect(registry.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("neither changed nor removed") },
    });
    expect(await storedEntries(registry, play.consultationId)).toHaveLength(1);
  });

  it("[A189] goes with its consultation, and nothing else of another's", async () => {
    const [gone, kept] = [await withActs(2), await withActs(2)];
    await registry.delete(consultations).where(eq(consultations.id, gone.consultationId));
    expect(await storedEntries(registry, gone.consultationId)).toEqual([]);
    expect(await storedEntries(registry, kept.consultationId)).toHaveLength(2);
    expect(
      await registry.select().from(rounds).where(eq(rounds.consultationId, gone.consultationId)),
    ).toEqual([]);
  });

  it("[A190] holds entries from before there was a chain by the first one after them", async () => {
    const play = await withActs(0);
    const { consultationId, clock } = play;
    const old = { consultationId, act: "consultation set up", at: clock.now };
    await registry.insert(auditEntries).values([
      { ...old, position: 1, detail: { title: "A" } },
      { ...old, position: 2, detail: { title: "B" } },
    ]);
    expect(await chainOf(registry, consultationId)).toMatchObject({
      unchained: 2,
      verified: 2,
      broken: null,
    });
    await act(play, {});
    await act(play, {});
    expect(await chainOf(registry, consultationId)).toMatchObject({
      unchained: 2,
      verified: 4,
      broken: null,
    });
    await tamper(
      registry,
      consultationId,
      changedAt(1, () => ({ detail: { title: "C" } })),
    );
    const chain = await chainOf(registry, consultationId);
    expect(chain.broken).toEqual({ position: 3, why: "previous" });
  });
});
