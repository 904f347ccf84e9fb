import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds as boxRounds } from "@/db/ballot/schema";
import { issuance, manifestEntries, rounds, seats } from "@/db/registry/schema";
import type { ManifestEntry } from "@/domain/anonymity/manifest";
import { Refusal } from "@/domain/refusal";
import type { BallotBox } from "@/server/conduct/box";
import { callRegistry } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type Scene, scene, stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const host = ({ as, host: actor }: Scene) => as(actor).conduct;
const ids = ({ consultationId, roundId }: Scene) => ({ consultationId, roundId });
/** The host's calls while the way to the ballot box is this one. */
const hostThrough = (play: Scene, ballotBox: BallotBox) =>
  callRegistry({ ...play.context(play.host), ballotBox }).conduct;

const nobodyThere = async () => {
  throw new Refusal("box_unreachable");
};
const unreachable: BallotBox = { accept: nobodyThere, leaves: nobodyThere };

/** Enters that so many seats have enrolled, one transaction each, and gives their ids in that order. */
async function enter({ consultationId, roundId }: Scene, count: number): Promise<string[]> {
  const all = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
  const enrolling = all.slice(0, count).map(({ id }) => id);
  for (const seatId of enrolling) await registry.insert(issuance).values({ seatId, roundId, generation: 0 });
  return enrolling;
}

async function actsOf({ consultationId }: Scene) {
  const entries = await registry
    .select({ payload: manifestEntries.payload, acknowledged: manifestEntries.acknowledged })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(asc(manifestEntries.position));
  // Our own rows, written by `appendEntry`.
  return entries.map(({ payload, acknowledged }) => ({
    kind: (JSON.parse(payload) as ManifestEntry).act.kind,
    acknowledged,
  }));
}
const acknowledged = (...kinds: string[]) => kinds.map((kind) => ({ kind, acknowledged: true }));

async function enrolling(count = 10): Promise<Scene> {
  const play = await scene(registry, ballot, 12);
  await host(play).openEnrolment({ consultationId: play.consultationId });
  await enter(play, count);
  return play;
}

describe("opening a round", () => {
  it("[H60] is refused with everything that is still to do", async () => {
    const play = await enrolling(9);
    await registry
      .update(rounds)
      .set({ questionnaire: { agendaQuestions: [] } })
      .where(eq(rounds.id, play.roundId));
    play.clock.now = new Date("2026-03-05T15:00:00Z");
    const opening = host(play).openRound(ids(play));
    for (const words of ["agenda question", "1 more is needed", "closing time in the future"])
      await expect(opening).rejects.toThrow(words);
    expect(await stageOf(registry, play.roundId)).toBe("draft");
  });

  it("[H61] happens once, even when two hosts ask at the same time", async () => {
    const play = await enrolling();
    await Promise.allSettled([host(play).openRound(ids(play)), host(play).openRound(ids(play))]);
    await expect(host(play).openRound(ids(play))).rejects.toThrow("opened already");
    expect(await stageOf(registry, play.roundId)).toBe("open");
    expect(await actsOf(play)).toEqual(acknowledged("enrolmentOpened", "roundOpened"));
  });

  it("[H62] waits as `opening` while the box cannot be reached, and is then repeated without harm", async () => {
    const play = await enrolling();
    const away = hostThrough(play, unreachable);
    for (let times = 0; times < 2; times += 1) {
      await expect(away.openRound(ids(play))).rejects.toThrow("Nothing is lost; repeat this");
      expect(await stageOf(registry, play.roundId)).toBe("opening");
    }
    await host(play).openRound(ids(play));
    expect(await stageOf(registry, play.roundId)).toBe("open");
    expect(await actsOf(play)).toEqual(acknowledged("enrolmentOpened", "roundOpened"));
  });

  it("[H63] is repeated without harm where the box opened but its word was lost", async () => {
    const play = await enrolling();
    const deaf: BallotBox = {
      ...play.ballotBox,
      accept: async (entry) => {
        await play.ballotBox.accept(entry);
        throw new Refusal("box_unreachable");
      },
    };
    await expect(hostThrough(play, deaf).openRound(ids(play))).rejects.toThrow("not confirmed yet");
    await host(play).retry({ consultationId: play.consultationId });
    expect(await stageOf(registry, play.roundId)).toBe("open");
    expect(await actsOf(play)).toEqual(acknowledged("enrolmentOpened", "roundOpened"));
  });

  it("[H64] of enrolment keeps its keys while the box cannot be reached; only the entry is sent again", async () => {
    const play = await scene(registry, ballot, 0);
    const { consultationId } = play;
    const opening = hostThrough(play, unreachable).openEnrolment({ consultationId });
    await expect(opening).rejects.toThrow("not confirmed yet");
    await expect(host(play).openEnrolment({ consultationId })).rejects.toThrow("already open");
    await host(play).retry({ consultationId });
    expect(await actsOf(play)).toEqual(acknowledged("enrolmentOpened"));
  });

  it("[A85] rewrites who has enrolled in one transaction and in an order drawn anew", async () => {
    const play = await scene(registry, ballot, 12);
    await host(play).openEnrolment({ consultationId: play.consultationId });
    const order = await enter(play, 12);
    const lying = () =>
      registry.execute<{ seat: string; xmin: string }>(
        sql`SELECT seat_id AS seat, xmin::text FROM issuance WHERE round_id = ${play.roundId} ORDER BY ctid`,
      );
    expect((await lying()).map(({ seat }) => seat)).toEqual(order);
    await host(play).openRound(ids(play));
    const rewritten = await lying();
    expect(new Set(rewritten.map(({ xmin }) => xmin)).size).toBe(1);
    const seen = rewritten.map(({ seat }) => seat);
    expect(seen).not.toEqual(order);
    expect(seen.toSorted()).toEqual(order.toSorted());
  });
});

describe("the links of a round that opens", () => {
  it("[A230] lays links in an order drawn anew, whenever each was made", async () => {
    const play = await scene(registry, ballot, 12);
    const { consultationId } = play;
    await host(play).openEnrolment({ consultationId });
    const lying = () =>
      registry.execute<{ link: string; xmin: string }>(sql`
        SELECT token_hash::text AS link, invitations.xmin::text FROM invitations JOIN seats ON seats.id = seat_id
        WHERE consultation_id = ${consultationId} ORDER BY invitations.ctid`);
    const { panel } = play.as(play.host);
    for (const { id } of (await panel.seats({ consultationId })).seats)
      await panel.issueLinks({ consultationId, seatIds: [id], replace: false });
    const before = await lying();
    expect(new Set(before.map(({ xmin }) => xmin)).size).toBeGreaterThan(12);
    await enter(play, 12);
    await host(play).openRound(ids(play));
    const after = await lying();
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
    const links = (rows: typeof after) => rows.map(({ link }) => link);
    expect(links(after)).not.toEqual(links(before));
    expect(links(after).toSorted()).toEqual(links(before).toSorted());
  });
});

describe("extending a round", () => {
  const closesAt = "2026-03-04T15:00:00.000Z";
  const later = "2026-03-05T15:00:00.000Z";
  const boxCloses = async ({ roundId }: Scene) =>
    (await ballot.select().from(boxRounds).where(eq(boxRounds.id, roundId))).at(0)?.closesAt.toISOString();

  it("[H65] moves its close to a later time, at the box too, and never to the same, an earlier or a past one", async () => {
    const play = await enrolling();
    const extend = (time: string) => host(play).extendRound({ ...ids(play), closesAt: time });
    await expect(extend(later)).rejects.toThrow("Only an open round");
    await host(play).openRound(ids(play));
    for (const time of [closesAt, "2026-03-04T14:59:59.999Z", "2026-03-01T15:00:00.000Z"])
      await expect(extend(time)).rejects.toThrow("only to a later time");
    expect(await boxCloses(play)).toBe(closesAt);
    await extend(later);
    expect(await boxCloses(play)).toBe(later);
    play.clock.now = new Date("2026-03-06T15:00:00Z");
    await expect(extend("2026-03-06T14:59:59.000Z")).rejects.toThrow("only to a later time");
    expect(await actsOf(play)).toEqual(acknowledged("enrolmentOpened", "roundOpened", "roundExtended"));
  });

  it("[K32] moves it by a month at once and not further, so that a slip of a digit keeps no round open for years", async () => {
    const play = await enrolling();
    await host(play).openRound(ids(play));
    const extend = (time: string) => host(play).extendRound({ ...ids(play), closesAt: time });
    for (const time of ["9026-03-05T15:00:00.000Z", "2026-04-04T15:00:00.001Z"])
      await expect(extend(time)).rejects.toThrow("at most 31 days at once");
    expect(await boxCloses(play)).toBe(closesAt);
    for (const time of ["2026-04-04T15:00:00.000Z", "2026-05-05T15:00:00.000Z"]) await extend(time);
    expect(await boxCloses(play)).toBe("2026-05-05T15:00:00.000Z");
  });

  it("[H66] leaves the round of another consultation alone", async () => {
    const [one, other] = [await enrolling(), await scene(registry, ballot, 0)];
    await host(one).openRound(ids(one));
    const input = { consultationId: other.consultationId, roundId: one.roundId };
    await expect(host(other).extendRound({ ...input, closesAt: later })).rejects.toThrow("Only an open");
    await expect(host(other).openRound(input)).rejects.toThrow("nothing at this address");
    const [kept] = await registry
      .select()
      .from(rounds)
      .where(and(eq(rounds.id, one.roundId), eq(rounds.stage, "open")));
    expect(kept?.closesAt.toISOString()).toBe(closesAt);
  });
});
