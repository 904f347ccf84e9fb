import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, coHosts, missions, people, roles, seats } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolled } from "@/tests/support/participants";
import { type Scene, scene } from "@/tests/support/scene";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];

/** A host of one more mission that co-hosts. */
async function coHost({ consultationId }: Scene): Promise<Actor> {
  const email = `${randomUUID()}@example.org`;
  const [mission] = await registry
    .insert(missions)
    .values({ name: `Mission ${email}` })
    .returning();
  const missionId = mission?.id ?? "";
  await registry.insert(coHosts).values({ consultationId, missionId });
  const [person] = await registry.insert(people).values({ email, name: "host", missionId }).returning();
  const personId = person?.id ?? "";
  await registry.insert(roles).values({ consultationId, personId, role: "host" });
  return { personId, name: "host", email, missionId, roles: { [consultationId]: "host" } };
}

/** A consultation with one enrolled seat of two, held by so many further missions. */
async function coHosted(further: number) {
  const play = await scene(registry, ballot, 2);
  const { consultationId } = play;
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  await enrolled(play, play.tokens[0] ?? "");
  const others: Actor[] = [];
  for (let count = 0; count < further; count += 1) others.push(await coHost(play));
  const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
  const idOf = (name: string) => panel.find(({ delegation }) => delegation === name)?.id ?? "";
  const seat = { consultationId, seatId: idOf("Delegation 1") };
  const by = (actor: Actor | undefined) => play.as(actor ?? null).replacements;
  const known = (token: string | undefined) => play.participantsRegistry().seat({ token: token ?? "" });
  return {
    ...play,
    seat,
    others,
    unenrolled: { consultationId, seatId: idOf("Delegation 2") },
    known,
    ask: (reason = "The code was lost.", actor = play.host) => by(actor).ask({ ...seat, reason }),
    agree: (actor: Actor | undefined) => by(actor).agree(seat),
    layAside: (actor: Actor | undefined) => by(actor).layAside(seat),
    list: (actor: Actor | undefined) => by(actor).list({ consultationId }),
    acts: async () => {
      const rows = await registry
        .select({ act: auditEntries.act, personId: auditEntries.personId, detail: auditEntries.detail })
        .from(auditEntries)
        .where(eq(auditEntries.consultationId, consultationId))
        .orderBy(asc(auditEntries.position));
      return rows.filter(({ act }) => act.startsWith("new credentials"));
    },
  };
}

describe("new credentials for a seat", () => {
  it("[A153] are allowed once every mission has agreed, and by each one alone not", async () => {
    const play = await coHosted(2);
    const [second, third] = play.others;
    expect(await play.ask()).toEqual({ link: null });
    expect((await play.list(second)).asked).toMatchObject([
      { delegation: "Delegation 1", reason: "The code was lost.", own: "undecided" },
    ]);
    // Neither asking nor agreeing twice is an agreement of another mission.
    expect(await play.agree(play.host)).toEqual({ link: null });
    expect(await play.agree(second)).toEqual({ link: null });
    expect(await play.agree(second)).toEqual({ link: null });
    const [waiting] = (await play.list(second)).asked;
    expect([waiting?.own, waiting?.agreed.length, waiting?.awaited.length]).toEqual(["agreed", 2, 1]);
    expect(await play.known(play.tokens[0])).toMatchObject({ enrolled: true });

    expect((await play.agree(third)).link).toMatchObject({ delegation: "Delegation 1" });
    expect(await play.list(third)).toMatchObject({
      asked: [],
      allowed: [{ delegation: "Delegation 1", times: 1 }],
    });
    await expect(play.agree(third)).rejects.toThrow("no longer there");
  });

  it("[A153] wait for a mission that has become a co-host meanwhile", async () => {
    const play = await coHosted(1);
    await play.ask();
    const late = await coHost(play);
    expect(await play.agree(play.others[0])).toEqual({ link: null });
    expect((await play.agree(late)).link).not.toBeNull();
  });

  it("[A153] are decided by a mission that hosts alone", async () => {
    const play = await coHosted(0);
    expect((await play.ask()).link).not.toBeNull();
  });

  it("[A154] are refused for all by any, withdrawn by who asked, and can be asked for again", async () => {
    const play = await coHosted(2);
    const [second, third] = play.others;
    await play.ask();
    await play.agree(second);
    await play.layAside(third);
    await expect(play.agree(third)).rejects.toThrow("no longer there");
    await expect(play.layAside(third)).rejects.toThrow("no longer there");
    // What was agreed before is forgotten with the request.
    await play.ask("Once more.", third);
    await play.layAside(third);
    await play.ask("A last time.", second);
    expect((await play.list(second)).asked[0]?.awaited).toHaveLength(2);
    expect(await play.known(play.tokens[0])).toMatchObject({ enrolled: true, replacing: false });
  });

  it("[A160] leave each act in the audit log, with the seat and the reason", async () => {
    const play = await coHosted(1);
    const [second] = play.others;
    await play.ask("  Lost.  ");
    await play.layAside(second);
    await play.ask("Lost.", second);
    await play.layAside(second);
    await play.ask();
    await play.agree(second);
    const detail = { delegations: ["Delegation 1"] };
    const [one, other] = [play.host.personId, second?.personId];
    expect(await play.acts()).toEqual([
      { act: "new credentials asked for", personId: one, detail: { ...detail, reason: "Lost." } },
      { act: "new credentials refused", personId: other, detail },
      { act: "new credentials asked for", personId: other, detail: { ...detail, reason: "Lost." } },
      { act: "new credentials withdrawn", personId: other, detail },
      {
        act: "new credentials asked for",
        personId: one,
        detail: { ...detail, reason: "The code was lost." },
      },
      { act: "new credentials agreed to", personId: other, detail },
      { act: "new credentials allowed", personId: other, detail },
    ]);
  });

  it("[A161] are asked for once at a time, with a reason, and for a seat that has enrolled", async () => {
    const play = await coHosted(1);
    for (const reason of ["", " \n ", "x".repeat(501)])
      await expect(play.ask(reason)).rejects.toThrow("Say in a sentence why");
    await play.ask();
    await expect(play.ask("Again.", play.others[0])).rejects.toThrow("have been asked for already");
    const host = play.as(play.host).replacements;
    await expect(host.ask({ ...play.unenrolled, reason: "Lost." })).rejects.toThrow("has not enrolled");
  });

  it("[A161] are out of reach for hosts of another consultation", async () => {
    const [here, elsewhere] = [await coHosted(1), await coHosted(0)];
    await here.ask();
    const seat = { consultationId: elsewhere.consultationId, seatId: here.seat.seatId };
    const stranger = here.as(elsewhere.host).replacements;
    for (const act of [
      () => stranger.ask({ ...seat, reason: "Lost." }),
      () => stranger.agree(seat),
      () => stranger.layAside(seat),
    ])
      await expect(act()).rejects.toThrow("no longer on the panel");
    expect((await stranger.list({ consultationId: elsewhere.consultationId })).asked).toEqual([]);
    expect((await here.list(here.host)).asked).toHaveLength(1);
  });

  it("[A162] that two missions agree to at once are allowed once, with one link", async () => {
    const play = await coHosted(2);
    await play.ask();
    const made = await Promise.all(play.others.map((other) => play.agree(other)));
    expect(made.filter(({ link }) => link !== null)).toHaveLength(1);
    expect((await play.list(play.host)).allowed).toMatchObject([{ times: 1 }]);
  });
});

describe("a seat whose code was lost", () => {
  it("[A155] has lost its earlier links; the new one is given once and enrols, and is one more time replaced", async () => {
    const play = await coHosted(0);
    const tokenOf = (link: string | undefined) => new URL(link ?? "").hash.slice(1);
    const token = tokenOf((await play.ask()).link?.link);
    await expect(play.known(play.tokens[0])).rejects.toThrow("not known");
    expect(await play.known(token)).toMatchObject({ enrolled: false, replacing: true });
    await expect(play.ask()).rejects.toThrow("has not enrolled");
    await enrolled(play, token);
    expect(await play.known(token)).toMatchObject({ enrolled: true, replacing: true });
    expect((await play.ask()).link).not.toBeNull();
    expect((await play.list(play.host)).allowed).toMatchObject([{ times: 2 }]);
  });

  it("[A159] is never removed, whether or not it has fetched new ones", async () => {
    const play = await coHosted(0);
    await play.ask();
    await expect(play.as(play.host).panel.remove(play.seat)).rejects.toThrow("has held credentials");
    await play.as(play.host).panel.remove(play.unenrolled);
  });
});
