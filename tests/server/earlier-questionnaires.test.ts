import { describe, expect, it } from "vitest";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { settingUp } from "@/tests/support/setting-up";
import { smallQuestionnaire } from "../support/questionnaire";

const { setUpBy } = await settingUp();

describe("the questionnaire of a round", () => {
  it("[Q48] is read with what the rounds before it ask, the last first, and with no later or other one", async () => {
    await setUpBy();
    const { consultationId, caller, seen } = await setUpBy();
    const times = { opensAt: "2026-06-01T09:00", closesAt: "2026-06-03T18:00", timeZone: "Europe/Zurich" };
    await caller.rounds.add({ consultationId, level: "expert", ...times });
    const [first, second, third] = (await seen()).rounds.map(({ id }) => id);
    const read = (roundId = "") => caller.questionnaires.read({ consultationId, roundId });
    const { version } = await read(second);
    const changed = { consultationId, roundId: second ?? "", version, questionnaire: smallQuestionnaire };
    await caller.questionnaires.save(changed);
    expect((await read(first)).earlier).toEqual([]);
    expect((await read(third)).earlier).toEqual([
      { number: 2, questionnaire: smallQuestionnaire },
      { number: 1, questionnaire: dsr2011Questionnaire },
    ]);
  });
});
