import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { coHosts, people, roles, sessions } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { successorIssues } from "@/domain/consultation/hosting";
import { isInvited } from "@/server/auth/invitation";
import { coHosting, successor } from "@/tests/support/co-hosts";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const stage = () => coHosting(registry, ballot);

const personAt = async (email: string) =>
  (await registry.select().from(people).where(eq(people.email, email)))[0];

describe("roles", () => {
  it("[L12] a host gives anybody but other missions' hosts another role, and the log says which it was", async () => {
    const { as, host, other, rapporteur, consultationId, roleOf, last } = await stage();
    const change = (personId: string, role: Role, actor = host, mission = "") =>
      as(actor).people.changeRole({ consultationId, personId, role, mission });
    await change(rapporteur.personId, "observer");
    expect(await roleOf(rapporteur)).toBe("observer");
    expect(await last()).toEqual({
      act: "role changed",
      detail: { personId: rapporteur.personId, role: "observer", was: "rapporteur" },
    });
    await change(rapporteur.personId, "host");
    await change(rapporteur.personId, "rapporteur");
    expect(await roleOf(rapporteur)).toBe("rapporteur");
    await expect(change(other.personId, "observer")).rejects.toThrow("named and removed by its own hosts");
    await expect(change(host.personId, "observer")).rejects.toThrow("last host");
    await expect(change(rapporteur.personId, "host", other)).rejects.toThrow(
      "named and removed by its own hosts",
    );
    await expect(change(randomUUID(), "host")).rejects.toThrow("nothing at this address");
  });

  it("[L12] whoever acts for no mission hosts for one that is named, which co-hosts from then on", async () => {
    const { as, host, consultationId, page } = await stage();
    const email = `${randomUUID()}@secretariat.example`;
    await as(host).consultations.addPerson({
      consultationId,
      name: "",
      email,
      role: "observer",
      mission: "",
    });
    const personId = (await personAt(email))?.id ?? "";
    const change = (mission: string) =>
      as(host).people.changeRole({ consultationId, personId, role: "host", mission });
    await expect(change(" ")).rejects.toThrow("Name the mission");
    const mission = `Permanent Mission of Nepal ${personId}`;
    await change(mission);
    expect((await page()).coHosts).toContain(mission);
  });

  it("[L13] everybody lays their own role down, but for the last host of a mission", async () => {
    const { as, host, join, roleOf, consultationId, last } = await stage();
    const observer = await join("observer");
    for (const one of [observer, await join("rapporteur"), await join("host")]) {
      await as(one).people.leave({ consultationId });
      expect(await roleOf(one)).toBeNull();
    }
    expect(await last()).toMatchObject({ act: "person left", detail: { role: "host" } });
    await expect(as(host).people.leave({ consultationId })).rejects.toThrow("last host");
    await expect(as(observer).people.leave({ consultationId })).rejects.toThrow("nothing at this address");
  });

  it("[L13] of two hosts who remove one another at the same time one is removed, however many there are", async () => {
    const { as, host, join, roleOf, consultationId } = await stage();
    const [second, third] = [await join("host"), await join("host")];
    const remove = (actor: Actor, { personId }: Actor) =>
      as(actor).consultations.removePerson({ consultationId, personId });
    const outcomes = await Promise.allSettled([remove(second, third), remove(third, second)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([await roleOf(second), await roleOf(third)].filter((role) => role === "host")).toHaveLength(1);
    const left = (await roleOf(second)) === null ? third : second;
    const lastTwo = await Promise.allSettled([remove(host, left), remove(left, host)]);
    expect(lastTwo.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("handing over", () => {
  it("[L14] puts a successor in the place of a person, with role and mission, and signs the leaver out", async () => {
    const { as, host, other, sign, findings, state, consultationId, roleOf, last, missionId } = await stage();
    await sign(findings);
    const expires = new Date(Date.now() + 3_600_000);
    await registry.insert(sessions).values({ sessionToken: randomUUID(), userId: host.personId, expires });
    const to = successor();
    await as(host).people.handOver({ consultationId, personId: host.personId, successor: to });
    const taken = await personAt(to.email);
    expect(taken).toMatchObject({ name: "Siti", missionId });
    expect(await roleOf({ personId: taken?.id ?? "" })).toBe("host");
    expect(await roleOf(host)).toBeNull();
    expect(await registry.select().from(sessions).where(eq(sessions.userId, host.personId))).toEqual([]);
    expect(await last()).toEqual({
      act: "role handed over",
      detail: { personId: host.personId, people: [taken?.id], role: "host" },
    });
    // What the leaver signed stays signed, by them.
    const mission = (await state(findings, other)).missions.find(({ id }) => id === missionId);
    expect(mission?.signature?.by).toBe("host");
  });

  it("[L14] the leaver, who hosts nowhere else, acts for the mission no longer and cannot sign in", async () => {
    const { as, host, consultationId } = await stage();
    await as(host).people.handOver({ consultationId, personId: host.personId, successor: successor() });
    expect(await isInvited(registry, host.email)).toBe(false);
    expect((await personAt(host.email))?.missionId).toBeNull();
    const again = as(host).people.handOver({
      consultationId,
      personId: host.personId,
      successor: successor(),
    });
    await expect(again).rejects.toThrow("Your role");
  });

  it("[L14] whoever hosts elsewhere too goes on for the mission there", async () => {
    const { as, host, consultationId, missionId } = await stage();
    const elsewhere = await scene(registry, ballot, 0);
    await registry.insert(coHosts).values({ consultationId: elsewhere.consultationId, missionId });
    await registry
      .insert(roles)
      .values({ consultationId: elsewhere.consultationId, personId: host.personId, role: "host" });
    await as(host).people.handOver({ consultationId, personId: host.personId, successor: successor() });
    expect((await personAt(host.email))?.missionId).toBe(missionId);
    expect(await isInvited(registry, host.email)).toBe(true);
  });

  it("[L15] is refused to another mission, to the same address, to whoever has a role or another mission", async () => {
    const { as, host, other, rapporteur, consultationId, roleOf } = await stage();
    const elsewhere = await scene(registry, ballot, 0);
    const handOver = (personId: string, to: { name: string; email: string }, actor = host) =>
      as(actor).people.handOver({ consultationId, personId, successor: to });
    await expect(handOver(other.personId, successor())).rejects.toThrow("by its own hosts");
    await expect(handOver(host.personId, { name: "A", email: ` ${host.email}` })).rejects.toThrow(
      "the successor’s own address",
    );
    await expect(handOver(host.personId, { name: "A", email: rapporteur.email })).rejects.toThrow(
      "has a role in this consultation already",
    );
    await expect(handOver(host.personId, { name: "A", email: elsewhere.host.email })).rejects.toThrow(
      "already acts for another mission",
    );
    await expect(handOver(host.personId, { name: " ", email: "nobody" })).rejects.toThrow(
      "Give the successor’s name. Give an e-mail address",
    );
    expect(await roleOf(host)).toBe("host");
    expect(successorIssues(successor())).toEqual([]);
  });

  it("[L15] a role alone goes over where the leaver's mission is not the host's own", async () => {
    const { as, host, other, join, missionOf, consultationId } = await stage();
    const theirs = await join("rapporteur", missionOf(other));
    const to = successor();
    await as(host).people.handOver({ consultationId, personId: theirs.personId, successor: to });
    expect((await personAt(to.email))?.missionId).toBeNull();
    expect((await personAt(theirs.email))?.missionId).toBe(missionOf(other));
  });
});
