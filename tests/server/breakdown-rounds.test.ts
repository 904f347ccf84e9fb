import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy } = await settingUp();

const asking = {
  ...dsr2011Questionnaire,
  breakdown: {
    question: "Which regional group is your delegation a member of?",
    groups: [
      { id: "african", name: "African States" },
      { id: "asian", name: "Asia-Pacific States" },
    ],
  },
};

/** Two rounds in draft, and how their host saves the questionnaire with groups in each. */
async function twoDrafts() {
  const { consultationId, caller, seen } = await setUpBy();
  const [first, second] = (await seen()).rounds.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error("two rounds are planned");
  const read = (roundId: string) => caller.questionnaires.read({ consultationId, roundId });
  const save = async (roundId: string, questionnaire: Questionnaire = asking) =>
    caller.questionnaires.save({
      consultationId,
      roundId,
      version: (await read(roundId)).version,
      questionnaire,
    });
  return { consultationId, caller, seen, first, second, read, save };
}

describe("a breakdown", () => {
  it("[Q54] in a second round is not saved, and its host is told which round has one", async () => {
    const { first, second, read, save } = await twoDrafts();
    await save(first);
    await save(first);
    await expect(save(second)).rejects.toThrow("round 1 asks for groups already");
    expect(await read(second)).toMatchObject({ questionnaire: dsr2011Questionnaire, breakdownIn: 1 });
    expect(await read(first)).toMatchObject({ questionnaire: asking, breakdownIn: null });
    await save(first, dsr2011Questionnaire);
    await save(second);
    expect(await read(first)).toMatchObject({ breakdownIn: 2 });
  });

  it("[Q54] of two rounds saved at once, one has it", async () => {
    const { first, second, save } = await twoDrafts();
    const saved = await Promise.allSettled([save(first), save(second)]);
    expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("[Q54] that came into a second round all the same keeps it from opening", async () => {
    const { consultationId, caller, seen, first, second, save } = await twoDrafts();
    await save(second);
    await registry.update(rounds).set({ questionnaire: asking }).where(eq(rounds.id, first));
    const told = "Round 2 asks for groups already";
    await expect(caller.conduct.openRound({ consultationId, roundId: first })).rejects.toThrow(told);
    expect((await seen()).next?.stillToDo).toContainEqual(
      expect.objectContaining({ step: "questionnaire", sentence: expect.stringContaining(told) }),
    );
  });

  it("[Q55] is not taken over by a further round", async () => {
    const { consultationId, caller, second, save, read } = await twoDrafts();
    await save(second);
    const { roundId } = await caller.rounds.add({
      consultationId,
      level: "expert",
      opensAt: "2026-06-01T09:00",
      closesAt: "2026-06-03T18:00",
      timeZone: "Europe/Zurich",
    });
    expect((await read(roundId)).questionnaire).toEqual(dsr2011Questionnaire);
  });
});
