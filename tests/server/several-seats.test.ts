import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, seatAddresses, seats } from "@/db/registry/schema";
import { participationOf } from "@/server/releases/steps";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy, play } = await settingUp();

/** A consultation with a panel, whose seats are told by their names. */
async function panel(...names: string[]) {
  const { consultationId, caller } = await setUpBy();
  await caller.panel.add({ consultationId, names });
  const seen = async () => (await caller.panel.seats({ consultationId })).seats;
  return {
    consultationId,
    caller,
    seen,
    names: async () => (await seen()).map(({ name }) => name),
    audited: async () =>
      registry.select().from(auditEntries).where(eq(auditEntries.consultationId, consultationId)),
  };
}

describe("several seats of a delegation", () => {
  const text = "delegation,seats,e-mail\nKenya,3,mission@kenya.example\nPeru,1,";

  it("[P48] come of a text only where whoever adds it says that they are meant", async () => {
    const { consultationId, caller, names } = await panel("Kenya");
    const { several, rows } = await caller.panel.preview({ consultationId, text });
    expect(several).toEqual([{ name: "Kenya", count: 3 }]);
    expect(rows[0]).toMatchObject({ seats: 3, addresses: ["mission@kenya.example"] });
    await expect(caller.panel.import({ consultationId, text })).rejects.toThrow(
      "No seat was added. One delegation would have several seats",
    );
    expect(await names()).toEqual(["Kenya"]);
    expect(await caller.panel.import({ consultationId, text, several: true })).toEqual({
      added: 3,
      addressed: 3,
    });
    expect(await names()).toEqual(["Kenya", "Kenya (2)", "Kenya (3)", "Peru"]);
    // The same text again: everybody is there, so nothing is added and nothing need be said.
    expect(await caller.panel.import({ consultationId, text })).toEqual({ added: 0, addressed: 0 });
  });

  it("[P49] come one by one, each by its place: asked twice, or by two hosts at once, it is added once", async () => {
    const { consultationId, caller, names, audited } = await panel("Kenya", "Peru");
    const second = { consultationId, delegation: "Kenya", place: 2 };
    const outcomes = await Promise.all([caller.panel.addFurther(second), caller.panel.addFurther(second)]);
    expect(outcomes.map(({ added }) => added).toSorted()).toEqual([0, 1]);
    expect(await names()).toEqual(["Kenya", "Kenya (2)", "Peru"]);
    for (const gone of [{ place: 4 }, { delegation: "Chile" }])
      await expect(caller.panel.addFurther({ ...second, ...gone })).rejects.toThrow("no longer on the panel");
    expect((await audited()).at(-1)).toMatchObject({
      act: "seats added",
      detail: { delegations: ["Kenya (2)"] },
    });
  });

  it("[P50] have each their own link, under their own name, and go one by one", async () => {
    const { consultationId, caller, seen, names } = await panel("Kenya");
    await caller.panel.addFurther({ consultationId, delegation: "Kenya", place: 2 });
    const links = await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    expect(links.map(({ delegation }) => delegation)).toEqual(["Kenya", "Kenya (2)"]);
    expect(new Set(links.map(({ link }) => link)).size).toBe(2);
    const [first] = await seen();
    await caller.panel.remove({ consultationId, seatId: first?.id ?? "" });
    expect(await names()).toEqual(["Kenya (2)"]);
  });
});

describe("the participation of a round", () => {
  it("[P51] says that some delegation has several seats, once one has, and not before", async () => {
    const { consultationId, caller } = await panel("Kenya", "Peru");
    const { rounds } = await caller.consultations.overview({ consultationId });
    const participation = () => participationOf(registry, consultationId, rounds[0]?.id ?? "");
    expect(await participation()).toEqual({ invited: 2, issued: 0, replaced: 0 });
    await caller.panel.addFurther({ consultationId, delegation: "Kenya", place: 2 });
    expect(await participation()).toEqual({ invited: 3, issued: 0, replaced: 0, severalSeats: true });
  });
});

describe("addresses of a text", () => {
  it("[P59] reach their delegation however its name is spelt", async () => {
    const { consultationId, caller } = await panel("Kenya");
    const forum = (name: string, mail: string) =>
      caller.panel.import({ consultationId, text: `delegation,kind,e-mail\n${name},other,${mail}` });
    expect(await forum("Civil Society Forum", "")).toEqual({ added: 1, addressed: 0 });
    expect(await forum("civil society forum", "a@forum.example")).toEqual({ added: 0, addressed: 1 });
  });

  it("[P59] stand with every seat of their delegation, beside those that it has, and not in the log", async () => {
    const { consultationId, caller, audited } = await panel("Kenya", "Peru");
    await caller.panel.addFurther({ consultationId, delegation: "Kenya", place: 2 });
    const kept = async () =>
      (
        await registry
          .select({ delegation: seats.delegation, place: seats.place, address: seatAddresses.address })
          .from(seatAddresses)
          .innerJoin(seats, eq(seats.id, seatAddresses.seatId))
          .where(eq(seats.consultationId, consultationId))
          .orderBy(seats.delegation, seats.place, seatAddresses.address)
      ).map(({ delegation, place, address }) => `${delegation} ${place} ${address}`);
    const text = "delegation,e-mail\nKenya,one@kenya.example\nFiji,one@fiji.example";
    expect(await caller.panel.import({ consultationId, text })).toEqual({ added: 1, addressed: 3 });
    const more = "delegation,e-mail\nKenya,one@kenya.example two@Kenya.example";
    expect(await caller.panel.import({ consultationId, text: more })).toEqual({ added: 0, addressed: 2 });
    const full = "delegation,e-mail\nKENYA,ONE@kenya.example a@k.example b@k.example c@k.example d@k.example";
    await expect(caller.panel.import({ consultationId, text: full })).rejects.toThrow("can have 5 addresses");
    expect(await kept()).toEqual([
      "Fiji 1 one@fiji.example",
      "Kenya 1 one@kenya.example",
      "Kenya 1 two@kenya.example",
      "Kenya 2 one@kenya.example",
      "Kenya 2 two@kenya.example",
    ]);
    expect((await audited()).at(-1)).toMatchObject({ act: "addresses added", detail: { count: 2 } });
    expect(JSON.stringify(await audited())).not.toContain("@kenya.example");
  });

  it("[P57] whoever opens a link of one of several seats is told which", async () => {
    const { consultationId, caller } = await panel("Kenya", "Peru");
    await caller.panel.addFurther({ consultationId, delegation: "Kenya", place: 2 });
    const links = await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    const told = await Promise.all(
      links.map(({ link }) => play.as(null).enrolment.seat({ token: new URL(link).hash.slice(1) })),
    );
    expect(told.map(({ delegation, place, several }) => [delegation, place, several])).toEqual([
      ["Kenya", 1, true],
      ["Kenya", 2, true],
      ["Peru", 1, false],
    ]);
  });
});
