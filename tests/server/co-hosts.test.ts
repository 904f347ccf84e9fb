import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishFindings, publishReport, signAll } from "@/bin/demo/signing";
import { coHosts, people, replacements, roles, seats, signatures } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { obstacleToTaking } from "@/domain/consultation/hosting";
import { coHosting, successor } from "@/tests/support/co-hosts";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { insertPerson, scene } from "@/tests/support/scene";
import { coHostOf } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const stage = () => coHosting(registry, ballot);

describe("a mission that leaves", () => {
  it("[L16] takes its hosts and its unpublished signatures along, and the sign-off awaits the others alone", async () => {
    const { as, host, other, join, missionOf, sign, findings, consultationId, roundId, page, roleOf, last } =
      await stage();
    const second = await join("host", missionOf(other));
    const theirRapporteur = await join("rapporteur", missionOf(other));
    await sign(findings);
    await sign(findings, other);
    await as(other).people.endCoHosting({ consultationId });
    expect(await last()).toMatchObject({ act: "mission left" });
    expect([await roleOf(other), await roleOf(second), await roleOf(theirRapporteur)]).toEqual([
      null,
      null,
      "rapporteur",
    ]);
    expect((await page()).rounds[0]?.signOff).toEqual({ awaited: 0, of: 1 });
    const given = await registry
      .select()
      .from(signatures)
      .where(eq(signatures.consultationId, consultationId));
    expect(given.map(({ missionId }) => missionId)).toEqual([missionOf(host)]);
    await as(host).publication.publish({ consultationId, roundId });
  });

  it("[L16] a published edition keeps that it signed, and its name among the co-hosts", async () => {
    const { as, host, other, hosts, consultationId, roundId, slug, report } = await stage();
    await publishFindings(hosts(), consultationId, roundId);
    await publishReport(hosts(), consultationId);
    const before = await as(null).reports.ofConsultation({ slug });
    await as(other).people.endCoHosting({ consultationId });
    const after = await as(null).reports.ofConsultation({ slug });
    expect(after.signatures).toEqual(before.signatures);
    expect(after.signatures).toHaveLength(2);
    // What comes next names the others alone, and theirs alone is awaited.
    await signAll([as(host)], consultationId, report);
    await as(host).publication.publishReport({ consultationId });
    expect((await as(null).reports.ofConsultation({ slug })).signatures).toHaveLength(1);
  });

  it("[L16] what was asked of all missions is asked anew", async () => {
    const { as, other, consultationId, missionId } = await stage();
    const [seat] = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
    const seatId = seat?.id ?? "";
    await registry.insert(replacements).values({ seatId, missionId, reason: "Lost." });
    await as(other).people.endCoHosting({ consultationId });
    expect(await registry.select().from(replacements).where(eq(replacements.seatId, seatId))).toEqual([]);
  });

  it("[L17] never is the last, even when the last two leave at once", async () => {
    const { as, host, other, consultationId, page } = await stage();
    const end = (actor: Actor) => as(actor).people.endCoHosting({ consultationId });
    const outcomes = await Promise.allSettled([end(host), end(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected");
    expect(String((refused as PromiseRejectedResult).reason)).toContain("Yours is the last mission");
    expect((await page()).coHosts).toHaveLength(1);
  });
});

describe("whatever hosts do", () => {
  it("[L18] somebody of each co-hosting mission hosts, and some mission co-hosts", async () => {
    const acts = fc.array(
      fc.record({
        who: fc.nat(7),
        whom: fc.nat(7),
        what: fc.constantFrom("remove", "observer", "host", "handOver", "leave", "endCoHosting"),
      }),
      { minLength: 3, maxLength: 9 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (drawn) => {
        const play = await scene(registry, ballot, 0);
        const { consultationId, host, as } = play;
        const other = await coHostOf(registry, play, "Another");
        const join = (mission: string | null, role: Role) =>
          insertPerson(registry, consultationId, mission ?? "", role);
        const cast = [host, other, await join(host.missionId, "host"), await join(other.missionId, "host")];
        cast.push(await join(host.missionId, "rapporteur"), await join(other.missionId, "observer"));
        await Promise.allSettled(
          drawn.map(({ who, whom, what }) => {
            // Each acts with the role that they had when they asked.
            const caller = as(cast[who % cast.length] ?? host);
            const personId = cast[whom % cast.length]?.personId ?? "";
            if (what === "leave") return caller.people.leave({ consultationId });
            if (what === "endCoHosting") return caller.people.endCoHosting({ consultationId });
            if (what === "handOver")
              return caller.people.handOver({ consultationId, personId, successor: successor() });
            if (what === "remove") return caller.consultations.removePerson({ consultationId, personId });
            return caller.people.changeRole({ consultationId, personId, role: what, mission: "" });
          }),
        );
        const hosting = await registry
          .select({ missionId: people.missionId })
          .from(roles)
          .innerJoin(people, eq(people.id, roles.personId))
          .where(and(eq(roles.consultationId, consultationId), eq(roles.role, "host")));
        const missions = await registry
          .select()
          .from(coHosts)
          .where(eq(coHosts.consultationId, consultationId));
        expect(missions.length).toBeGreaterThan(0);
        expect(new Set(hosting.map(({ missionId }) => missionId))).toEqual(
          new Set(missions.map(({ missionId }) => missionId)),
        );
      }),
      { numRuns: 15 },
    );
  });

  it("[L18] the screen asks the same question as the act", () => {
    const own = { missionId: "one" };
    expect(obstacleToTaking({ role: "host", missionId: "one" }, own, 2)).toBeNull();
    expect(obstacleToTaking({ role: "host", missionId: "one" }, own, 1)).toBe("last_host");
    expect(obstacleToTaking({ role: "host", missionId: "two" }, own, 2)).toBe("hosts_of_another_mission");
    for (const role of ["rapporteur", "observer"] as const)
      expect(obstacleToTaking({ role, missionId: "two" }, own, 0)).toBeNull();
  });
});
