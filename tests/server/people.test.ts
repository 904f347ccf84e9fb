import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { people } from "@/db/registry/schema";
import type { NewPerson } from "@/domain/consultation/person";
import { missionNamed } from "@/server/auth/invitation";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy, acts } = await settingUp();

const person: NewPerson = { name: "", email: "new@elsewhere.example", role: "rapporteur", mission: "" };

describe("people", () => {
  it("[H45] a host names further hosts, rapporteurs and observers, who may sign in from then on", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    await caller.consultations.addPerson({
      consultationId,
      ...person,
      name: "R. Porter",
      email: "Porter@cic.example",
    });
    const added = (await seen()).people.find(({ email }) => email === "porter@cic.example");
    expect(added).toMatchObject({ name: "R. Porter", role: "rapporteur", mission: null });
    expect(await acts(consultationId)).toContain("person added");
  });

  it("[H46] a host for a mission that was not among them makes it a co-host", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const email = `${randomUUID()}@nepal.example`;
    await caller.consultations.addPerson({
      consultationId,
      ...person,
      email,
      role: "host",
      mission: "Permanent Mission of Nepal",
    });
    expect((await seen()).coHosts).toContain("Permanent Mission of Nepal");
  });

  it("[H47] refuses a host without a mission, an unreadable address, a second role, and a person of another mission", async () => {
    const { consultationId, caller, host } = await setUpBy();
    const add = (part: Partial<NewPerson>) =>
      caller.consultations.addPerson({ consultationId, ...person, ...part });
    await expect(add({ role: "host" })).rejects.toThrow("Name the co-hosting mission.");
    await expect(add({ email: "nobody" })).rejects.toThrow("Give an e-mail address");
    await expect(add({ email: host.email })).rejects.toThrow("has a role in this consultation already");
    await expect(
      add({ email: host.email, role: "host", mission: "Permanent Mission of Peru" }),
    ).rejects.toThrow("already acts for another mission");
    const { coHosts } = await caller.consultations.overview({ consultationId });
    expect(coHosts).not.toContain("Permanent Mission of Peru");
  });

  it("[H48] never removes the last host of a mission, even when two hosts remove one another at once", async () => {
    const { consultationId, caller, host, seen } = await setUpBy();
    await expect(
      caller.consultations.removePerson({ consultationId, personId: host.personId }),
    ).rejects.toThrow("last host");
    const email = `${randomUUID()}@malaysia.example`;
    await caller.consultations.addPerson({
      consultationId,
      ...person,
      email,
      role: "host",
      mission: "Permanent Mission of Malaysia",
    });
    const [second] = await registry.select().from(people).where(eq(people.email, email));
    const both = await Promise.allSettled(
      [host.personId, second?.id ?? ""].map((personId) =>
        caller.consultations.removePerson({ consultationId, personId }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      (await seen()).people.filter(({ mission }) => mission === "Permanent Mission of Malaysia"),
    ).toHaveLength(1);
  });

  it("[H70] hosts of a mission that has some are named and removed by its own hosts alone", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const mission = "Permanent Mission of the Netherlands";
    const puppet = { ...person, role: "host", email: `${randomUUID()}@elsewhere.example`, mission } as const;
    await expect(caller.consultations.addPerson({ consultationId, ...puppet })).rejects.toThrow(
      "named and removed by its own hosts",
    );
    const theirs = (await seen()).people.find((one) => one.mission === mission);
    await expect(
      caller.consultations.removePerson({ consultationId, personId: theirs?.id ?? "" }),
    ).rejects.toThrow("named and removed by its own hosts");
    expect((await seen()).people.filter((one) => one.mission === mission)).toHaveLength(1);
  });

  it("[L30] a mission is known however its name is spelt, and not made twice", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const add = (mission: string) => {
      const email = `${randomUUID()}@elsewhere.example`;
      return caller.consultations.addPerson({ consultationId, ...person, email, role: "host", mission });
    };
    const before = (await seen()).coHosts;
    for (const spelt of ["permanent  mission of the NETHERLANDS", "The Permanent Mission of the Netherlands"])
      await expect(add(spelt)).rejects.toThrow("named and removed by its own hosts");
    await add("permanent mission of malaysia");
    expect((await seen()).coHosts).toEqual(before);
    const [one, other] = await Promise.all(
      ["Permanent Mission of Côte d’Ivoire", "permanent mission of Cote d'Ivoire"].map((mission) =>
        registry.transaction((tx) => missionNamed(tx, mission)),
      ),
    );
    expect(other).toBe(one);
  });

  it("[L31] nobody is made to act for a mission that hosts here but by its own hosts, in whatever role", async () => {
    const { consultationId, caller } = await setUpBy();
    const email = `${randomUUID()}@elsewhere.example`;
    for (const role of ["observer", "rapporteur"] as const)
      await expect(
        caller.consultations.addPerson({
          consultationId,
          ...{ ...person, email, role, mission: "Permanent Mission of the Netherlands" },
        }),
      ).rejects.toThrow("named and removed by its own hosts");
    expect(await registry.select().from(people).where(eq(people.email, email))).toEqual([]);
  });

  it("[H49] removes nobody from a consultation that the host was not asked about", async () => {
    const [one, other] = [await setUpBy(), await setUpBy()];
    await expect(
      one.caller.consultations.removePerson({
        consultationId: one.consultationId,
        personId: other.host.personId,
      }),
    ).rejects.toThrow("nothing at this address");
  });
});
