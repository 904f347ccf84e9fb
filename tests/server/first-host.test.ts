import { describe, expect, it, onTestFinished } from "vitest";
import { hostIn, inviteHost } from "@/bin/host-invite";
import { connectRegistry } from "@/db/connect";
import { auditEntries, missions, people } from "@/db/registry/schema";
import { isWithoutPeople } from "@/server/auth/first-host";
import { isInvited } from "@/server/auth/invitation";
import { newDatabase } from "@/tests/support/databases";

const host = { mission: "Permanent Mission of Malaysia", email: "host@mission.example", name: null };

/** A registry of its own, migrated and empty, with its address. */
async function empty() {
  const url = await newDatabase("registryCluster");
  const { db, end } = connectRegistry(url);
  onTestFinished(end);
  return { url, db };
}

describe("the first host", () => {
  it("[L21] is awaited while there is nobody, and never again", async () => {
    const { url, db } = await empty();
    expect(await isWithoutPeople(db)).toBe(true);
    expect(await inviteHost(url, host)).toEqual({
      said: "host@mission.example can now sign in at /sign-in for Permanent Mission of Malaysia.",
      code: 0,
    });
    expect(await isWithoutPeople(db)).toBe(false);
    expect(await isInvited(db, "HOST@mission.example")).toBe(true);
    expect((await db.select().from(auditEntries)).map(({ act }) => act)).toEqual(["host invited"]);
  });

  it("[L22] a command line that says too little or too much is told what to do, all at once", () => {
    const problems = (...args: string[]) => {
      const read = hostIn(args);
      return "problems" in read ? read.problems : [];
    };
    const mission =
      'Name the mission as it signs: --mission "Permanent Mission of Malaysia to the United Nations".';
    const email = "Give the host’s e-mail address: --email host@mission.example.";
    expect(problems()).toEqual([mission, email]);
    expect(problems("--mission", "Permanent Mission of …", "--email", "…")).toEqual([mission, email]);
    expect(problems("--mission", " ", "--email", "nobody")).toEqual([mission, email]);
    expect(problems("--mission", "A", "--email")).toEqual([email]);
    expect(problems("--mission", "A", "--email", "a@b.example", "--role", "host")).toEqual([
      "--role is no option.",
      "“host” belongs to no option; put what has spaces into quotation marks.",
    ]);
    expect(problems("--mission", "Permanent", "Mission", "--email", "a@b.example")).toEqual([
      "“Mission” belongs to no option; put what has spaces into quotation marks.",
    ]);
    expect(
      problems("--mission", "A".repeat(201), "--email", "a@b.example", "--name", "B".repeat(201)),
    ).toEqual([
      "The mission’s name is too long: at most 200 characters.",
      "The host’s name is too long: at most 200 characters.",
    ]);
    expect(hostIn(["--mission", " A ", "--email", "a@b.example", "--name", "Aminah"])).toEqual({
      mission: "A",
      email: "a@b.example",
      name: "Aminah",
    });
  });

  it("[L22] an address of another mission, a registry that is not migrated or does not answer are told, and nothing is done", async () => {
    const { url, db } = await empty();
    await inviteHost(url, host);
    const other = await inviteHost(url, { ...host, mission: "Permanent Mission of Peru" });
    expect(other).toMatchObject({
      said: expect.stringContaining("already acts for another mission"),
      code: 1,
    });
    expect((await db.select().from(missions)).map(({ name }) => name)).toEqual([host.mission]);
    expect(await db.select().from(people)).toHaveLength(1);
    const unmigrated = await inviteHost(await newDatabase("registryCluster", "template1"), host);
    expect(unmigrated).toEqual({
      said: "The registry is not migrated. Run `npm run migrate`, then this again.",
      code: 1,
    });
    const away = await inviteHost("postgres://nobody@127.0.0.1:1/nothing", host);
    expect(away).toMatchObject({ said: expect.stringContaining("does not answer (ECONNREFUSED)"), code: 1 });
  });
});
