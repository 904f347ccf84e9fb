import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds, seats } from "@/db/registry/schema";
import type { Copy } from "@/domain/consultation/consultation";
import { actsOfPreparing } from "@/tests/support/acts-of-preparing";
import { allRows, gained } from "@/tests/support/all-rows";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { insertPerson, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await scene(registry, ballot, 12);
const { consultationId: earlierId, host } = play;
const asHost = () => play.as(host);

// The earlier consultation has been through everything up to a closed round, with a paper, links, people and a log.
for (const { first, done } of Object.values(actsOfPreparing({ registry, ballot, play }))) {
  play.clock.now = new Date(play.clock.now.getTime() + 1);
  await first?.();
  await done();
}
const partner = { name: "Anna", email: "anna@netherlands.example", role: "host" } as const;
const mission = "Permanent Mission of the Netherlands";
await asHost().consultations.addPerson({ consultationId: earlierId, ...partner, mission });

const copy: Copy = {
  title: "B (copy)",
  subject: "C",
  rule: "D",
  timeZone: "America/New_York",
  coHosts: [{ mission, email: "bram@netherlands.example" }],
  rounds: [
    { level: "expert", opensAt: "2026-06-01T09:00", closesAt: "2026-06-12T18:00", copies: 1 },
    { level: "highLevel", opensAt: "2026-07-06T09:00", closesAt: "2026-07-17T18:00", copies: null },
  ],
  panel: true,
};
const copied = (part: Partial<Copy> = {}, from = earlierId) =>
  asHost().consultations.copy({ consultationId: from, ...copy, ...part });

describe("what a copy starts from", () => {
  it("[U12] is the words, the other missions by name alone, the rounds in coming weeks and the number of seats", async () => {
    const start = await asHost().consultations.copyStart({ consultationId: earlierId });
    expect(start).toMatchObject({
      ...{ title: "B", subject: "C", rule: "D" },
      timeZone: "America/New_York",
      missions: [mission],
      seats: 14,
    });
    expect(start.rounds.map(({ level, copies }) => [level, copies])).toEqual([["expert", 1]]);
    // Opened on 2 March at 10:00; clocks have gone forward between the two.
    expect(start.rounds[0]?.opensAt).toBe("2026-03-16T10:00");
    expect(JSON.stringify(start)).not.toContain("@");
  });

  it("[U13] is offered of consultations of which one is a host, and refused of all others", async () => {
    const { earlier } = await asHost().consultations.beginning();
    expect(earlier.map(({ id }) => id)).toEqual([earlierId]);
    for (const role of ["rapporteur", "observer"] as const) {
      const other = play.as(await insertPerson(registry, earlierId, play.missionId, role));
      expect((await other.consultations.beginning()).earlier).toEqual([]);
      await expect(other.consultations.copyStart({ consultationId: earlierId })).rejects.toThrow("role");
      await expect(other.consultations.copy({ consultationId: earlierId, ...copy })).rejects.toThrow("role");
    }
    const elsewhere = play.as({ ...host, roles: { [randomUUID()]: "host" } });
    await expect(elsewhere.consultations.copy({ consultationId: earlierId, ...copy })).rejects.toThrow(
      "role",
    );
  });

  it("[U13] whoever acts for no mission is told so at the first step, and sets nothing up", async () => {
    const nobodys = play.as({ ...host, missionId: null });
    expect((await nobodys.consultations.beginning()).mission).toBeNull();
    await expect(nobodys.consultations.copy({ consultationId: earlierId, ...copy })).rejects.toThrow("role");
  });
});

describe("a copy", () => {
  it("[U14] takes questionnaires and delegations, and no other row or word of the earlier consultation", async () => {
    const before = await allRows(registry);
    const { consultationId } = await copied();
    const after = await allRows(registry);
    for (const [table, rows] of before) expect(after.get(table)).toEqual(expect.arrayContaining(rows));
    const rows = gained(before, after);
    expect(Object.entries(rows).map(([table, { length }]) => [table, length])).toEqual([
      ["audit_entries", 2],
      ["co_hosts", 2],
      ["consultations", 1],
      ["people", 1],
      ["roles", 2],
      ["rounds", 2],
      ["seats", 14],
    ]);
    const text = JSON.stringify(rows);
    for (const theirs of [earlierId, play.roundId, play.slug, partner.email, "rapporteur@mission.example"])
      expect(text).not.toContain(theirs);
    const panel = (id: string) =>
      registry
        .select({ delegation: seats.delegation, kind: seats.kind, group: seats.regionalGroup })
        .from(seats)
        .where(eq(seats.consultationId, id))
        .orderBy(asc(seats.delegation));
    expect(await panel(consultationId)).toEqual(await panel(earlierId));
    expect(await storedEntries(registry, consultationId)).toMatchObject([
      { position: 1, act: "consultation set up", personId: host.personId },
      { position: 2, act: "seats added", personId: host.personId },
    ]);
  });

  it("[U14] leaves the panel unless it is asked for", async () => {
    const { consultationId } = await copied({ panel: false });
    expect(await registry.select().from(seats).where(eq(seats.consultationId, consultationId))).toEqual([]);
  });

  it("[U15] asks in each round what the earlier one asked that the host named, in draft and of its own", async () => {
    const { consultationId } = await copied({ coHosts: [] });
    const stored = await registry
      .select()
      .from(rounds)
      .where(eq(rounds.consultationId, consultationId))
      .orderBy(asc(rounds.number));
    expect(stored.map(({ questionnaire }) => questionnaire)).toEqual([
      smallQuestionnaire,
      smallQuestionnaire,
    ]);
    expect(stored.map(({ stage, questionnaireVersion }) => [stage, questionnaireVersion])).toEqual([
      ["draft", 1],
      ["draft", 1],
    ]);
    const [first] = copy.rounds;
    if (first === undefined) throw new Error("no round");
    const asHostOfIt = play.as({ ...host, roles: { ...host.roles, [consultationId]: "host" } });
    const { next } = await asHostOfIt.consultations.overview({ consultationId });
    expect(next?.stillToDo.map(({ code }) => code)).toEqual(["enrolment_to_open"]);
    await expect(copied({ coHosts: [], rounds: [{ ...first, copies: 7 }] })).rejects.toThrow(
      "has been removed since",
    );
  });

  it("[U16] is refused with everything that is to be put right, and then nothing of it is there", async () => {
    const before = await allRows(registry);
    await expect(copied({ title: "", rounds: [] })).rejects.toThrow(/title.*at least one round/);
    // Named for another mission than hers: the copy fails midway.
    await expect(copied({ coHosts: [{ mission: "Another", email: partner.email }] })).rejects.toThrow(
      partner.email,
    );
    expect(gained(before, await allRows(registry))).toEqual({});
  });
});
