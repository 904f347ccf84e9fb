import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import { lookAtTheClock } from "@/server/releases/clock";
import { actsOfNobody, clockOf, enrolOthers, manifestActs, standingOf } from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const look = (play: Scene) => lookAtTheClock(clockOf(play, registry, ballot), play.consultationId);
const plan = { level: "expert", timeZone: "UTC", closesAt: "2026-03-20T18:00" } as const;
const OPENS = "2026-03-10T09:00";

/** A consultation whose first round is planned for a time to come, and whose enrolment is open. */
async function planned(): Promise<Scene> {
  const play = await scene(registry, ballot, 10);
  const { consultationId, roundId } = play;
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  await play.as(play.host).rounds.update({ consultationId, roundId, ...plan, opensAt: OPENS });
  return play;
}

const ask = ({ as, host, consultationId, roundId }: Scene, wanted = true) =>
  as(host).conduct.openByClock({ consultationId, roundId, wanted });
const stage = async ({ roundId }: Scene) => (await standingOf(registry, ballot, roundId)).stage;
const clockOn = async ({ as, host, consultationId }: Scene) =>
  (await as(host).consultations.overview({ consultationId })).clock.rounds[0];
const at = (play: Scene, time: string) => {
  play.clock.now = new Date(`${time}:00Z`);
};

describe("a round whose hosts asked for it", () => {
  it("[K12] is opened by the clock at its time and not before, once, and the log names nobody for it", async () => {
    const play = await planned();
    await enrolOthers(registry, play);
    await ask(play);
    at(play, "2026-03-10T08:59");
    await look(play);
    expect(await stage(play)).toBe("draft");
    at(play, OPENS);
    await Promise.all([look(play), look(play), look(play)]);
    expect(await standingOf(registry, ballot, play.roundId)).toMatchObject({ stage: "open", box: "open" });
    expect((await manifestActs(registry, play)).map(({ kind }) => kind)).toEqual(["roundOpened"]);
    expect((await manifestActs(registry, play))[0]).toMatchObject({ opensAt: "2026-03-10T09:00:00.000Z" });
    expect(await actsOfNobody(registry, play)).toEqual(["round opened by the clock"]);
  });

  it("[K13] stays in draft where something is still to do, and its hosts read when and what, until they plan it anew", async () => {
    const play = await planned();
    await ask(play);
    at(play, OPENS);
    await Promise.all([look(play), look(play)]);
    expect(await stage(play)).toBe("draft");
    const missed = await clockOn(play);
    expect(missed).toMatchObject({ opensByClock: false, openingMissed: { at: "2026-03-10T09:00:00.000Z" } });
    expect(missed?.openingMissed?.sentences.join(" ")).toContain("enrolled");
    expect(await actsOfNobody(registry, play)).toEqual(["round not opened by the clock"]);
    await enrolOthers(registry, play);
    await look(play);
    expect(await stage(play)).toBe("draft");
    await expect(ask(play)).rejects.toThrow("The opening time has passed");
    const { consultationId, roundId, host } = play;
    await play.as(host).rounds.update({ consultationId, roundId, ...plan, opensAt: "2026-03-11T09:00" });
    expect(await clockOn(play)).toMatchObject({ openingMissed: null });
    await ask(play);
    at(play, "2026-03-11T09:00");
    await look(play);
    expect(await stage(play)).toBe("open");
  });

  it("[K14] is not opened where they took it back, opened it themselves, or moved its time", async () => {
    const [back, moved, past] = [await planned(), await planned(), await planned()];
    for (const play of [back, moved, past]) {
      await enrolOthers(registry, play);
      await ask(play);
    }
    await ask(back, false);
    const { consultationId, roundId, host } = moved;
    await moved.as(host).rounds.update({ consultationId, roundId, ...plan, opensAt: "2026-03-12T09:00" });
    const ids = { consultationId: past.consultationId, roundId: past.roundId };
    at(past, "2026-03-10T08:00");
    await past.as(past.host).rounds.update({ ...ids, ...plan, opensAt: "2026-03-01T09:00" });
    const all = async (time: string) => {
      for (const play of [back, moved, past]) {
        at(play, time);
        await look(play);
      }
    };
    await all(OPENS);
    expect([await stage(back), await stage(moved), await stage(past)]).toEqual(["draft", "draft", "draft"]);
    expect(await clockOn(past)).toMatchObject({ opensByClock: false });
    await all("2026-03-12T09:00");
    expect([await stage(back), await stage(moved), await stage(past)]).toEqual(["draft", "open", "draft"]);
    await expect(ask(moved)).rejects.toThrow("draft");
  }, 90_000);
});

describe("the period of the extension by the rule", () => {
  it("[K15] is the hosts' to choose until enrolment opens, within bounds, and then stands in the manifest", async () => {
    const play = await scene(registry, ballot, 10);
    const { consultationId, roundId, host } = play;
    const set = (hours: number) => play.as(host).conduct.setExtension({ consultationId, hours });
    for (const hours of [0, 1.5, 337, -1]) await expect(set(hours)).rejects.toThrow("whole number of hours");
    await set(48);
    await play.as(host).conduct.openEnrolment({ consultationId });
    await expect(set(24)).rejects.toThrow("enrolment is open");
    const { clock } = await play.as(host).consultations.overview({ consultationId });
    expect(clock).toMatchObject({ extensionHours: 48, extensionFixed: true });
    await enrolOthers(registry, play);
    await play.as(host).conduct.openRound({ consultationId, roundId });
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    play.clock.now = round?.closesAt ?? new Date(0);
    await look(play);
    const [after] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    expect((after?.closesAt.getTime() ?? 0) - (round?.closesAt.getTime() ?? 0)).toBe(48 * 3_600_000);
  });
});
