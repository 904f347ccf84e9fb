import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy } = await settingUp();

describe("rounds in draft", () => {
  const plan = {
    level: "expert",
    opensAt: "2026-06-01T09:00",
    closesAt: "2026-06-03T18:00",
    timeZone: "Europe/Zurich",
  } as const;

  it("[H50] a further round takes the questionnaire of the last and the next number", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const { roundId } = await caller.rounds.add({ consultationId, ...plan });
    const added = (await seen()).rounds.at(-1);
    expect(added).toMatchObject({
      id: roundId,
      number: 3,
      timeZone: "Europe/Zurich",
      opensAt: "2026-06-01T07:00:00.000Z",
    });
    const [stored] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
    expect(stored?.questionnaire).toEqual(dsr2011Questionnaire);
  });

  it("[H51] six rounds can be planned, each number once, even when hosts add at once", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const added = await Promise.allSettled(
      Array.from({ length: 6 }, () => caller.rounds.add({ consultationId, ...plan })),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect((await seen()).rounds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("[H52] can be replanned and removed; those after a removed one move up", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const [first, second] = (await seen()).rounds;
    await caller.rounds.update({ consultationId, roundId: second?.id ?? "", ...plan });
    await caller.rounds.remove({ consultationId, roundId: first?.id ?? "" });
    expect((await seen()).rounds).toMatchObject([
      { id: second?.id, number: 1, level: "expert", timeZone: "Europe/Zurich" },
    ]);
  });

  it("[H53] refuses times that are none, a close before the opening, and a zone that no clock knows", async () => {
    const { consultationId, caller } = await setUpBy();
    await expect(caller.rounds.add({ consultationId, ...plan, opensAt: "soon" })).rejects.toThrow(
      "Give a date and a time.",
    );
    await expect(
      caller.rounds.add({ consultationId, ...plan, closesAt: "2026-05-31T09:00" }),
    ).rejects.toThrow("after the opening");
    await expect(caller.rounds.add({ consultationId, ...plan, timeZone: "Atlantis" })).rejects.toThrow(
      "Give a date and a time.",
    );
  });

  it("[H54] those of another consultation are out of reach", async () => {
    const [one, other] = [await setUpBy(), await setUpBy()];
    const roundId = (await other.seen()).rounds[0]?.id ?? "";
    const { consultationId } = one;
    await expect(one.caller.rounds.update({ consultationId, roundId, ...plan })).rejects.toThrow();
    await expect(one.caller.rounds.remove({ consultationId, roundId })).rejects.toThrow();
    expect((await other.seen()).rounds).toHaveLength(2);
  });

  it("[H55] once enrolment is open no planned round is removed, and three more can be added, with keys made before", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    await caller.conduct.openEnrolment({ consultationId });
    const roundId = (await seen()).rounds[0]?.id ?? "";
    await expect(caller.rounds.remove({ consultationId, roundId })).rejects.toThrow("cannot be removed");
    const added = await Promise.allSettled(
      Array.from({ length: 4 }, () => caller.rounds.add({ consultationId, ...plan })),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect((await seen()).rounds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});
